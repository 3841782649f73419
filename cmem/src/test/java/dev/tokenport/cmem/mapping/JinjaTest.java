package dev.tokenport.cmem.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Jinja}, rendered by the templates of our operators. */
final class JinjaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "{{ name }}",
                "{% if x %}",
                "{# no #}",
                "{\"a\": {\"b\": \"{{x}} \\\" '\"}}",
                "}} %} #}",
                "{{{{%#",
            })
    void escaped_text_isRenderedAsItIs(String text) throws Exception {
        assertThat(rendered(Jinja.escaped(text), null)).isEqualTo(text);
    }

    @Test
    void escaped_url_keepsItsBraces() throws Exception {
        String url = Template.of("url", Jinja.escaped("http://x/a?q={{b}}")).url(null, new Redactor());

        assertThat(url).isIn("http://x/a?q=%7B%7Bb%7D%7D", "http://x/a?q={{b}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "it's \\ \"{{x}}\" #{y} {% z", "{\"json\": 1}"})
    void pathOr_withoutThePath_isTheText(String text) throws Exception {
        Entity entity = entity("other", "x");

        assertThat(rendered(Jinja.pathOr("content", text), entity)).isEqualTo(text);
    }

    @Test
    void pathOr_withThePath_isItsValue() throws Exception {
        Entity entity = entity("content", "{\"a\": \"é&\"}");

        assertThat(rendered(Jinja.pathOr("content", "x"), entity)).isEqualTo("{\"a\": \"é&\"}");
    }

    @Test
    void pathOr_asUrl_isTakenAsItIs() throws Exception {
        Template template = Template.of("url", Jinja.pathOr("url", "http://x/a?b=c&d=%20"));

        assertThat(template.url(entity("url", "http://y/e?f=g&h=%20"), new Redactor()))
                .isEqualTo("http://y/e?f=g&h=%20");
        assertThat(template.url(entity("other", ""), new Redactor())).isEqualTo("http://x/a?b=c&d=%20");
    }

    private static Entity entity(String path, String value) {
        Schema schema = new Schema("urn:test", List.of(Schema.Path.of(path)));
        return new Entity("urn:1", schema, List.of(List.of(Value.of(value))));
    }

    private static String rendered(String template, @Nullable Entity entity) throws OperatorException {
        return Template.of("body", template).body(entity, new Redactor(), "").text();
    }
}
