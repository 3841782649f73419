package dev.tokenport.service.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {

    private static final Schema SCHEMA =
            Schema.of("", "u", "n", "b", "j", "absent", "tags", "base", "up", "dot", "nothing", "quote");

    private static final Entity ENTITY = new Entity(
            "",
            SCHEMA,
            List.of(
                    List.of(Value.of("a/b c&d=ü?#%+")),
                    List.of(new Value.Text("1.50E+2", JsonType.NUMBER)),
                    List.of(new Value.Text("false", JsonType.BOOLEAN)),
                    List.of(new Value.Text("{\"x\":[1]}", JsonType.JSON)),
                    List.of(),
                    List.of(Value.of("red"), Value.of("blue")),
                    List.of(Value.of("https://api.example.org:8443/v1")),
                    List.of(Value.of("..")),
                    List.of(Value.of(".evil.example")),
                    List.of(new Value.Text("null", JsonType.JSON)),
                    List.of(Value.of("\"\\\n€"))));

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "https://a.example/x?v={{ u }} ~ https://a.example/x?v=a%2Fb%20c%26d%3D%C3%BC%3F%23%25%2B",
                "https://a.example/{{ u }}/{{ n }} ~ https://a.example/a%2Fb%20c%26d%3D%C3%BC%3F%23%25%2B/1.50E%2B2",
                "{{ base }}/x ~ https://api.example.org:8443/v1/x",
                "{{ base }}?q={{ base }} ~ https://api.example.org:8443/v1?q=https%3A%2F%2Fapi.example.org%3A8443%2Fv1",
                "https://a.example/{{ tags }}/{{ absent }} ~ https://a.example/red/",
                "https://a.example/x?{% for t in tags %}{{ loop.index }}={{ t }}{% if not loop.last %}&{% endif %}{% endfor %} ~ https://a.example/x?1=red&2=blue",
                "https://a.example/x?{% for t in n %}n={{ t }}{% endfor %}{% for t in absent %}x{% endfor %} ~ https://a.example/x?n=1.50E%2B2",
                "https://a.example/?v={{ u | urlencode }} ~ https://a.example/?v=a%2Fb%20c%26d%3D%C3%BC%3F%23%25%2B",
                "https://a.example/{{ u | raw }} ~ https://a.example/a/b c&d=%C3%BC?#%+",
                "https://a.example/{{ tags | upper }}{% if absent %}x{% else %}y{% endif %} ~ https://a.example/REDy",
                "https://a.example/ü?x=ü ~ https://a.example/%C3%BC?x=%C3%BC",
                "https://{{ tags }}.example.org/ ~ https://red.example.org/",
            })
    void url_values_arePercentEncoded(String template, String url) throws OperatorException {
        assertThat(url(template)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example{{ dot }}/x", "https://a.example{{ dot }}", "{{ base }}x{{ dot }}"})
    void url_valueBehindTheHost_changesNoHost(String template) throws OperatorException {
        if (template.startsWith("{{")) {
            assertThat(url(template)).isEqualTo("https://api.example.org:8443/v1x.evil.example");
        } else {
            assertThatThrownBy(() -> url(template))
                    .isInstanceOf(OperatorException.class)
                    .hasMessage(
                            "url has a value directly behind the host, which it would change; put a '/' between them");
        }
    }

    @Test
    void url_valueThatClimbs_isRefused() {
        assertThatThrownBy(() -> url("https://a.example/x/{{ up }}/y"))
                .isInstanceOf(OperatorException.class)
                .hasMessage("url has the path segment '..', which leads to another path");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": {{ n }}, \"b\": {{ b }}, \"c\": {{ j }}} | {\"a\": 1.50E+2, \"b\": false, \"c\": {\"x\":[1]}}",
                "{\"a\": {{ u }}, \"b\": {{ absent }}, \"c\": {{ nothing }}} | {\"a\": \"a/b c&d=ü?#%+\", \"b\": null, \"c\": null}",
                "{\"a\": \"x {{ quote }}\", \"b\": \"\\\"{{ n }}\"} | {\"a\": \"x \\\"\\\\\\n€\", \"b\": \"\\\"1.50E+2\"}",
                "{\"a\": \"{{ j }}\", \"b\": \"{{ absent }}\"} | {\"a\": \"{\\\"x\\\":[1]}\", \"b\": \"\"}",
                "[{% for t in tags %}{{ t }}{% if not loop.last %},{% endif %}{% endfor %}] | [\"red\",\"blue\"]",
                "{{ j }} | {\"x\":[1]}",
            })
    void body_json_valuesAreJson(String template, String json) throws OperatorException {
        Body body = Template.of("body", template).body(ENTITY, redactor, "");

        assertThat(body).isEqualTo(new Body(json, "application/json"));
    }

    @Test
    void body_form_valuesAreFormEncoded() throws OperatorException {
        Body body =
                Template.of("body", "a={{ u }}&b={{ n }}").body(ENTITY, redactor, "application/x-www-form-urlencoded");

        assertThat(body.text()).isEqualTo("a=a%2Fb+c%26d%3D%C3%BC%3F%23%25%2B&b=1.50E%2B2");
    }

    @Test
    void body_text_valuesAreRaw() throws OperatorException {
        Body body = Template.of("body", "Hello {{ u }}\n{{ n }}\n").body(ENTITY, redactor, "");

        assertThat(body).isEqualTo(new Body("Hello a/b c&d=ü?#%+\n1.50E+2\n", "text/plain; charset=UTF-8"));
    }

    @Test
    void template_thatIsNotClosedWhereABufferEnds_isAnError() {
        String text = "{{ a" + " ".repeat(32_768 - 4);

        assertThatThrownBy(() -> Template.of("body", text))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("body is not a template");
    }

    @Test
    void url_unknownName_isAnErrorThatNamesIt() {
        assertThatThrownBy(() -> url("https://a.example/{{ id }}"))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("url names 'id', which is unknown (the entity has: u, n, b,");
        assertThatThrownBy(
                        () -> Template.of("url", "https://a.example/{{ id }}").url(null, redactor))
                .isInstanceOf(OperatorException.class)
                .hasMessage("url names 'id', which is unknown (no data input is connected)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ u.class }}",
                "{{ u.bytes }}",
                "{{ u.length() }}",
                "{% include 'x' %}",
                "{% import 'x' %}",
                "{% extends 'x' %}",
                "{% block a %}{% endblock %}",
                "{% macro a() %}{% endmacro %}",
                "{{ i18n('a', 'b') }}",
                "{{ u",
                "{% for t in tags %}",
                "{{ u | nofilter }}",
            })
    void template_reachingOut_isRefused(String template) {
        assertThatThrownBy(() -> url("https://a.example/" + template))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("url ");
    }

    @Test
    void url_unknownNameInACondition_isAnErrorThatNamesIt() {
        assertThatThrownBy(() -> url("https://a.example/{% if id %}x{% endif %}"))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("url names 'id', which is unknown (the entity has: u, n, b,");
    }

    @Test
    void secret_named_isRevealedAndRedacted() throws OperatorException {
        var entity =
                Entity.of("", Schema.of("", "key"), List.of(new Value.SecretValue(Secret.of("s3cret key"), "auth")));

        String header = Template.of("headers 'X-Key'", "k {{ key }}").header(entity, redactor);

        assertThat(header).isEqualTo("k s3cret key");
        assertThat(redactor.redact(header)).isEqualTo("k ***");
    }

    private String url(String template) throws OperatorException {
        return Template.of("url", template).url(ENTITY, redactor);
    }
}
