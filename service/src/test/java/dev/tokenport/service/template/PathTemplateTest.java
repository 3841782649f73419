package dev.tokenport.service.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathTemplateTest {

    private static final Entity ENTITY = new Entity(
            "",
            Schema.of("", "text", "number", "flag", "json", "nothing", "absent", "several", "secret"),
            List.of(
                    List.of(Value.of("a/b {{ number }} ü")),
                    List.of(new Value.Text("1.50E+2", JsonType.NUMBER)),
                    List.of(new Value.Text("true", JsonType.BOOLEAN)),
                    List.of(new Value.Text("[1, 2]", JsonType.JSON)),
                    List.of(new Value.Text("null", JsonType.JSON)),
                    List.of(),
                    List.of(Value.of("red"), Value.of("blue")),
                    List.of(Value.of(Secret.of("hidden")))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ text }}",
                "{{number}}",
                "a {{ flag }}{{ json }}\n{{ nothing }}\n",
                "{{ absent }}",
                "x{{ absent }}}}",
                "{ {{ several }} }",
                "{{\ttext\n}}/{{ secret }}"
            })
    void rendered_asTheEngineRenders(String template) throws Exception {
        Optional<Value> ofPaths = value(template);

        // A comment prints nothing, and is what only the engine knows.
        assertThat(PathTemplate.of(template)).isPresent();
        assertThat(PathTemplate.of(template + "{# #}")).isEmpty();
        assertThat(shown(ofPaths)).isEqualTo(shown(value(template + "{# #}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ text | upper }}",
                "{{ entity }}",
                "{{ true }}",
                "{{ NULL }}",
                "{{ 1 }}",
                "{{- text -}}",
                "{% if flag %}{{ text }}{% endif %}",
                "{{ text }}{# why #}",
                "{{ a.b }}"
            })
    void of_whatIsMoreThanPaths_isEmpty(String template) {
        assertThat(PathTemplate.of(template)).isEmpty();
    }

    @Test
    void rendered_whatIsNoPath_isEmpty() {
        var variables = new Variables(ENTITY, new Redactor());

        assertThat(PathTemplate.of("{{ other }}").orElseThrow().rendered(variables))
                .isEmpty();
    }

    private static Optional<Value> value(String template) throws Exception {
        return Template.of("body", template).value(ENTITY, new Redactor());
    }

    private static String shown(Optional<Value> value) {
        return value.map(given -> given instanceof Value.SecretValue secret
                        ? "secret " + secret.secret().reveal()
                        : given.toString())
                .orElse("none");
    }
}
