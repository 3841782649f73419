package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterList;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkframework.runtime.plugin.annotations.Param;
import org.silkframework.runtime.plugin.annotations.Plugin;

/** What Silk shows of an operator, beside the operator's page in {@code docs/operators}. */
final class OperatorMetadataTest {

    private static final Pattern PARAMETER = Pattern.compile(
            "(?m)^### (?<label>.+)\\n\\n(?:(?<description>[^-\\n].*)\\n\\n)?- Datatype: `(?<type>.+)`\\n"
                    + "- Default Value: `(?<default>.+)`\\n");

    private static final Map<Class<?>, String> DATATYPES =
            Map.of(int.class, "integer", boolean.class, "boolean", String.class, "string");

    /** A parameter as both show it. */
    record Shown(String description, String defaultValue, boolean advanced) {}

    @ParameterizedTest
    @MethodSource("operators")
    void plugin_itsAnnotation_isTheOperatorsDescription(Operator<?> operator) {
        Plugin plugin = SilkTasks.type(operator).getAnnotation(Plugin.class);

        assertThat(plugin.id()).isEqualTo(operator.description().id());
        assertThat(plugin.label()).isEqualTo(operator.description().label());
        assertThat(plugin.description()).isEqualTo(operator.description().description());
        assertThat(plugin.categories()).containsExactly("WorkflowTask");
        assertThat(plugin.iconFile()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void parameters_theirIds_areThoseOfTheOperator(Operator<?> operator) {
        Stream<String> names = Arrays.stream(
                        SilkTasks.constructor(SilkTasks.type(operator)).getParameters())
                .map(Parameter::getName);

        assertThat(names)
                .containsExactlyElementsOf(
                        ParameterList.of(operator.parameters()).addresses());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void parameters_asSilkShowsThem_areThoseOfThePage(Operator<?> operator) throws IOException {
        Map<String, Shown> ofPage = new TreeMap<>();
        String page = page(operator);
        Matcher section = PARAMETER.matcher(page);
        while (section.find()) {
            ofPage.put(
                    section.group("label"),
                    new Shown(
                            section.group("description") == null ? "" : section.group("description"),
                            section.group("default").equals("None") ? "" : section.group("default"),
                            section.start() > page.indexOf("\n## Advanced Parameter\n")));
        }

        assertThat(ofSilk(operator)).hasSizeGreaterThan(20).isEqualTo(ofPage);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void documentation_asSilkShowsIt_isThePageFromItsDescriptionOn(Operator<?> operator) throws IOException {
        Class<?> type = SilkTasks.type(operator);
        String file = type.getAnnotation(Plugin.class).documentationFile();
        String documentation;
        try (InputStream in = type.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            documentation = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(documentation).startsWith(operator.description().description() + "\n");
        assertThat(page(operator))
                .endsWith(documentation.replaceAll("<a id=\"parameter_doc_[a-z0-9_]+\">(.*)</a>", "$1"));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void documentation_eachParameter_hasTheAnchorThatSilksDialogLooksFor(Operator<?> operator) throws IOException {
        Class<?> type = SilkTasks.type(operator);
        String documentation;
        try (InputStream in =
                type.getResourceAsStream(type.getAnnotation(Plugin.class).documentationFile())) {
            assertThat(in).isNotNull();
            documentation = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        for (Parameter parameter : SilkTasks.constructor(type).getParameters()) {
            assertThat(documentation)
                    .contains("\n### <a id=\"parameter_doc_" + parameter.getName() + "\">"
                            + parameter.getAnnotation(Param.class).label() + "</a>\n");
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void parameters_ofSimpleTypes_haveTheDatatypeOfThePage(Operator<?> operator) throws IOException {
        Map<String, String> types = new TreeMap<>();
        Matcher section = PARAMETER.matcher(page(operator));
        while (section.find()) {
            types.put(section.group("label"), section.group("type"));
        }

        for (Parameter parameter :
                SilkTasks.constructor(SilkTasks.type(operator)).getParameters()) {
            String type =
                    types.getOrDefault(parameter.getAnnotation(Param.class).label(), "none");
            String silk = DATATYPES.get(parameter.getType());
            if (type.equals("password")) {
                assertThat(parameter.getType().getSimpleName()).isEqualTo("PasswordParameter");
            } else if (type.equals("multiline string") || type.equals("map")) {
                assertThat(parameter.getType().getSimpleName()).isEqualTo("MultilineStringParameter");
            } else if (parameter.getType().isEnum()) {
                assertThat(type).isEqualTo("string");
            } else if (!"string".equals(silk)) {
                assertThat(silk).isEqualTo(type);
            }
        }
    }

    private static Map<String, Shown> ofSilk(Operator<?> operator) {
        Map<String, Shown> shown = new TreeMap<>();
        Map<String, String> defaults = Defaults.of(SilkTasks.type(operator));
        for (Parameter parameter :
                SilkTasks.constructor(SilkTasks.type(operator)).getParameters()) {
            Param param = parameter.getAnnotation(Param.class);
            shown.put(
                    param.label(),
                    new Shown(param.value(), defaults.getOrDefault(parameter.getName(), ""), param.advanced()));
        }
        return shown;
    }

    private static String page(Operator<?> operator) throws IOException {
        return Files.readString(
                Path.of("../../docs/operators", operator.description().shortId() + ".md"));
    }

    private static Stream<Operator<?>> operators() {
        return SilkTasks.operators();
    }
}
