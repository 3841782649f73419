package dev.tokenport.cmem.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectValue;
import dev.tokenport.cmem.xml.ProjectVariable;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ProjectValues}: templates over variables, which may be secrets or need each other. */
final class ProjectValuesTest {

    private static final Position AT = new Position("f.xml", 1, 1);
    private static final ProjectTask TASK = new ProjectTask("t", "x", false, Optional.empty(), false, "", Map.of(), AT);

    private final List<ProjectVariable> declared = new ArrayList<>();
    private final Map<String, ReferencingText> given = new HashMap<>();
    private final ProjectSecrets secrets = new ProjectSecrets();

    @Test
    void plainText_whateverItLooksLike_standsForItself() throws Exception {
        ProjectValues values = values();

        assertThat(shown(values.text(TASK, "p", new ProjectValue.Plain("${env:HOME} {{project.x}}", AT))))
                .isEqualTo("${env:HOME} {{project.x}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{{project.host}}/x`           | `h/x`",
                "`{{ project.host }}{{project.host}}` | hh",
                "`a{# no #}b`                   | ab",
                "`{{ project.host | upper }}`   | H",
                "`{{ 'Ab' | lower | trim }}`    | ab",
                "`{{ \"{{\" }}`                 | `{{`",
                "`{% raw %}{{ x }}{% endraw %}` | `{{ x }}`",
                "`{{ project.none | default('d') }}` | d",
                "`{{ project.none | default(\"d\") | upper }}` | D",
                "`{ no } $ {`                   | `{ no } $ {`",
            })
    void template_ofTheSubset_isEvaluated(String template, String expected) throws Exception {
        declare("host", "h", null, false);

        assertThat(shown(template(template))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{{ project.host | reverse }}` | `a template has the filter '| reverse', which is not understood`",
                "`{% if x %}`                   | `a template has a '{%' that is not understood`",
                "`{{ project.host`              | `a template has a '{{' without its '}}'`",
                "`{{ a b }}`                    | `a template has '{{ a b }}', which is not understood`",
                "`{{ project.hots }}`           | `there is no variable 'project.hots'; did you mean 'project.host'?`",
                "`{{ global.x }}`               | `there is no variable 'global.x'; give it with --variable global.x=VALUE`",
                "`{{ project.none }}`           | `there is no variable 'project.none'; give it with --variable none=VALUE`",
            })
    void template_beyondTheSubset_isAFault(String template, String fault) {
        declare("host", "h", null, false);

        assertThatThrownBy(() -> template(template))
                .isInstanceOf(ValueFault.class)
                .hasMessageStartingWith(fault);
    }

    @Test
    void variables_thatNeedEachOther_areEvaluatedInAnyOrder() throws Exception {
        declare("url", "old", "{{project.host}}/{{project.path}}", false);
        declare("path", "old", "{{'a'|upper}}", false);
        declare("host", "h", null, false);

        assertThat(shown(template("{{project.url}}"))).isEqualTo("h/A");
    }

    @Test
    void variables_inACircle_areAFault() {
        declare("a", "", "{{project.b}}", false);
        declare("b", "", "{{project.a}}", false);

        assertThatThrownBy(() -> template("{{project.a}}"))
                .hasMessage("the variables need each other: project.a -> project.b -> project.a");
    }

    @Test
    void variables_thatMultiply_areAFault() {
        declare("v0", "x".repeat(1000), null, false);
        for (int i = 1; i <= 40; i++) {
            declare("v" + i, "", ("{{project.v" + (i - 1) + "}}").repeat(10), false);
        }

        assertThatThrownBy(() -> template("{{project.v40}}"))
                .hasMessage("a template comes to more than 1048576 characters");
    }

    @Test
    void variable_givenOnTheCommandLine_takesThePlaceOfTheProjects() throws Exception {
        declare("host", "h", "{{project.none}}", false);
        given.put("project.host", ReferencingText.parse("new"));
        given.put("global.g", ReferencingText.parse("G"));
        given.put("project.unused", ReferencingText.parse("x"));
        ProjectValues values = values();

        ReferencingText text = values.text(TASK, "p", new ProjectValue.Template("{{project.host}}{{global.g}}", AT));

        assertThat(shown(text)).isEqualTo("newG");
        assertThat(values.superfluous()).containsExactly("project.unused");
    }

    @Test
    void sensitiveVariable_inATemplate_isAReference() throws Exception {
        declare("token", "geheim", null, true);

        ReferencingText text = template("Bearer {{project.token}}");

        assertThat(text.toString()).isEqualTo("***${env:CMEM_VARIABLE_TOKEN}");
        assertThat(text.resolve(new SecretStore(secrets.over(Environment.of(Map.of())), Path.of("")))
                        .reveal())
                .isEqualTo("Bearer geheim");
    }

    @Test
    void sensitiveVariable_filteredOrInAnotherVariable_isAFault() {
        declare("token", "geheim", null, true);
        declare("header", "", "Bearer {{project.token}}", false);

        assertThatThrownBy(() -> template("{{project.token|upper}}"))
                .hasMessage("'project.token' is a secret, which takes no filter");
        assertThatThrownBy(() -> template("{{project.header}}"))
                .hasMessage("the template of the variable 'project.header' names a sensitive one; name that one where"
                        + " it is needed");
    }

    @Test
    void sensitiveVariable_givenInTheClear_isAFault() {
        declare("token", "", null, true);
        given.put("project.token", ReferencingText.parse("geheim"));

        assertThatThrownBy(() -> template("{{project.token}}"))
                .hasMessage("the variable 'project.token' is sensitive, and a secret is never given in the clear; use"
                        + " --variable with ${env:NAME} or ${file:PATH}");
    }

    @Test
    void sensitiveVariable_givenAsAReference_isTaken() throws Exception {
        declare("token", "", null, true);
        given.put("project.token", ReferencingText.parse("${env:T}"));

        assertThat(template("{{project.token}}").toString()).isEqualTo("${env:T}");
    }

    private void declare(
            String name, String value, @org.jspecify.annotations.Nullable String template, boolean secret) {
        declared.add(new ProjectVariable(name, value, Optional.ofNullable(template), secret, AT));
    }

    private ProjectValues values() {
        return new ProjectValues(declared, given, secrets);
    }

    private ReferencingText template(String template) throws ValueFault {
        return values().text(TASK, "p", new ProjectValue.Template(template, AT));
    }

    private static String shown(ReferencingText text) {
        return text.resolve(new SecretStore(Environment.of(Map.of()), Path.of("")))
                .reveal();
    }

    @Test
    void template_withVeryManyFilters_isEvaluated() throws Exception {
        declare("host", "h", null, false);

        assertThat(shown(template("{{ project.host" + "|upper".repeat(20_000) + " }}")))
                .isEqualTo("H");
    }
}
