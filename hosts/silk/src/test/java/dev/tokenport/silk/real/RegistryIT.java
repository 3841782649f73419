package dev.tokenport.silk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType.BooleanType;
import dev.tokenport.operator.ParameterType.EnumerationType;
import dev.tokenport.operator.ParameterType.IntegerType;
import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.MultilineType;
import dev.tokenport.operator.ParameterType.PasswordType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the registry of a real Silk says of the packaged plugin. */
@Timeout(120)
final class RegistryIT {

    private static final List<String> OPERATORS = List.of(
            "cmem_plugin_auth-workflow-auth-OAuth2",
            "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin",
            "http-request",
            "sparql-query",
            "sparql-update");

    @TempDir
    private Path folder;

    @BeforeEach
    void silkIsThere() {
        SilkLibrary.assumeThere();
    }

    @Test
    void registry_withThePluginInItsFolder_hasEachOperator() throws Exception {
        var ids = new TreeSet<String>();

        try (SilkProcess silk = SilkProcess.start(folder)) {
            silk.ask("plugins").stream()
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .filter(id -> !id.startsWith("tokenport-executor-of-"))
                    .forEach(ids::add);
        }

        assertThat(ids).containsExactlyElementsOf(OPERATORS);
    }

    @Test
    void registry_ofEachOperator_saysWhatTheOperatorSays() throws Exception {
        try (SilkProcess silk = SilkProcess.start(folder)) {
            for (String id : OPERATORS) {
                Operator<?> operator = operator(id);
                List<String> lines = silk.ask("describe", id);

                assertThat(lines)
                        .contains(
                                "id\t" + id,
                                "label\t" + operator.description().label(),
                                "description\t" + operator.description().description(),
                                "type\torg.silkframework.config.CustomTask");
                assertThat(lines.stream().filter(line -> line.startsWith("parameter\t")))
                        .containsExactlyElementsOf(parameters(operator));
            }
        }
    }

    @Test
    void plugin_thatIsSwitchedOff_isNotThere() throws Exception {
        Map<String, String> off = Map.of("pluginRegistry.plugins.http-request.enabled", "false");

        try (SilkProcess silk = SilkProcess.start(folder, off)) {
            assertThat(silk.ask("plugins")).noneMatch(line -> line.endsWith("\thttp-request"));
        }
    }

    private static Operator<?> operator(String id) {
        return ServiceLoader.load(Operator.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.description().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parameters(Operator<?> operator) {
        ParameterList parameters = ParameterList.of(operator.parameters());
        List<String> lines = new ArrayList<>();
        for (String address : parameters.addresses()) {
            ParameterDescription parameter = parameters.find(address).orElseThrow();
            lines.add(String.join(
                    "\t",
                    "parameter",
                    address.replace('-', '_'),
                    type(parameter),
                    label(parameters, address),
                    parameter.description().strip().replaceAll("\\s+", " "),
                    parameter.advanced() ? "advanced" : "",
                    defaultValue(parameter)));
        }
        return lines;
    }

    private static String label(ParameterList parameters, String address) {
        List<String> labels = new ArrayList<>();
        Stream.iterate(address.indexOf('-'), at -> at >= 0, at -> address.indexOf('-', at + 1))
                .map(at -> address.substring(0, at))
                .forEach(parent ->
                        labels.add(parameters.find(parent).orElseThrow().label()));
        labels.add(parameters.find(address).orElseThrow().label());
        return String.join(": ", labels);
    }

    private static String defaultValue(ParameterDescription parameter) {
        boolean mandatory = parameter.mandatory() instanceof ParameterDescription.Mandatory.Always;
        return mandatory && parameter.defaultValue().isEmpty() ? "mandatory" : "=" + parameter.defaultValue();
    }

    private static String type(ParameterDescription parameter) {
        if (parameter.type() instanceof PasswordType) {
            return "password";
        } else if (parameter.type() instanceof BooleanType) {
            return "boolean";
        } else if (parameter.type() instanceof EnumerationType) {
            return "enumeration";
        } else if (parameter.type() instanceof MultilineType || parameter.type() instanceof MapType) {
            return "multiline string";
        }
        boolean number = parameter.type() instanceof IntegerType
                && !parameter.defaultValue().isEmpty();
        return number ? "int" : "string";
    }
}
