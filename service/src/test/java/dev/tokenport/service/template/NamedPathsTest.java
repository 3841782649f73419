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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedPathsTest {

    private static final Entity ENTITY = new Entity(
            "",
            Schema.of(
                    "",
                    "order-id",
                    "first name",
                    "@type",
                    "entity",
                    "which",
                    "tag list",
                    "no value",
                    "nul",
                    "key",
                    "n"),
            List.of(
                    List.of(new Value.Text("1.50", JsonType.NUMBER)),
                    List.of(Value.of("Ada")),
                    List.of(new Value.Text("{\"a\":1}", JsonType.JSON)),
                    List.of(Value.of("mine")),
                    List.of(Value.of("order-id")),
                    List.of(Value.of("red"), Value.of("blue")),
                    List.of(),
                    List.of(new Value.Text("null", JsonType.JSON)),
                    List.of(new Value.SecretValue(Secret.of("s3cret key"), "auth")),
                    List.of(new Value.Text("7", JsonType.NUMBER))));

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            value = {
                "{{ entity[\"order-id\"] }} ^ 1.50",
                "{{ entity['first name'] }}! ^ Ada!",
                "{{ entity[\"@type\"] }} ^ {\"a\":1}",
                "{{ entity[\"entity\"] }} {{ entity.entity }} ^ mine mine",
                "{{ entity.which }} {{ entity[which] }} {{ entity[\"order\" ~ \"-id\"] }} ^ order-id 1.50 1.50",
                "{% for t in entity[\"tag list\"] %}{{ loop.index }}{{ t }}{% endfor %} ^ 1red2blue",
                "{% for t in entity.entity %}{{ t }}{% endfor %} ^ mine",
                "{% for t in entity[\"no value\"] %}x{% else %}none{% endfor %} ^ none",
                "{{ entity[\"tag list\"] | upper }} ^ RED",
                "{% if entity[\"order-id\"] > 1 %}more{% endif %} ^ more",
                "{% if entity[\"no value\"] %}x{% else %}none{% endif %} ^ none",
                "{{ entity[\"first name\"] | tojson }} {{ entity[\"@type\"] | tojson }} {{ entity[\"no value\"] | tojson }} ^ \"Ada\" {\"a\":1} null",
                "{{ entity[\"no path\"] | default(\"none\") }} ^ none",
                "{% set e = entity %}{{ e[\"first name\"] }} ^ Ada",
                "{% for entity in which %}{{ entity }}{% endfor %} ^ order-id",
            })
    void entity_withAName_isThatPath(String template, String text) throws OperatorException {
        assertThat(text(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ entity[\"id\"] }}",
                "{{ entity.id }}",
                "{% for t in entity[\"id\"] %}{% endfor %}",
                "{% if entity[\"id\"] %}{% endif %}",
                "{{ id }}",
            })
    void entity_withAnUnknownName_isTheErrorOfAnUnknownPath(String template) {
        assertThatThrownBy(() -> text(template))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "t names 'id', which is unknown (the entity has: order-id, first name, @type, entity, which,"
                                + " tag list, no value, nul, key, n)");
    }

    @Test
    void entity_withoutInput_isAnErrorThatSaysSo() {
        assertThatThrownBy(() -> Template.of("t", "{{ entity[\"id\"] }}").header(null, redactor))
                .isInstanceOf(OperatorException.class)
                .hasMessage("t names 'id', which is unknown (no data input is connected)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ entity }}",
                "{{ entity ~ \"x\" }}",
                "{{ entity | raw }}",
                "{{ entity | tojson }}",
                "{{ entity | upper }}",
                "{% for e in entity %}{% endfor %}",
            })
    void entity_withoutAName_isAnErrorThatSaysHow(String template) {
        assertThatThrownBy(() -> text(template))
                .isInstanceOf(OperatorException.class)
                .hasMessage("t cannot be rendered: 'entity' stands for all paths and is no value; name a path, as in"
                        + " entity[\"path\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ entity.class.name.x }}",
                "{{ entity[\"first name\"].bytes }}",
                "{{ entity.toString() }}",
                "{{ entity.variables }}",
                "{{ entity + 1 }}",
                "{% if entity %}{% endif %}",
                "{{ n | trim }}",
                "{{ entity | length }}{{ entity | first }}",
            })
    void entity_reachingOut_isRefused(String template) {
        assertThatThrownBy(() -> text(template))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("t ");
    }

    @Test
    void value_ofOneValue_keepsItsType() throws OperatorException {
        assertThat(value("{{ entity[\"order-id\"] }}")).contains(new Value.Text("1.50", JsonType.NUMBER));
        assertThat(value("{{ entity[\"@type\"] }}")).contains(new Value.Text("{\"a\":1}", JsonType.JSON));
        assertThat(value("{{ nul }}")).contains(new Value.Text("null", JsonType.JSON));
        assertThat(value("{{ n == 7 }}")).contains(new Value.Text("true", JsonType.BOOLEAN));
        assertThat(value("{{ entity[\"no value\"] }}")).isEmpty();
    }

    @Test
    void value_ofAnyOtherText_isAString() throws OperatorException {
        assertThat(value("{{ n }} ")).contains(Value.of("7 "));
        assertThat(value("{{ n }}{{ n }}")).contains(Value.of("77"));
        assertThat(value("{{ n | raw }}")).contains(Value.of("7"));
        assertThat(value("{{ nul }}.")).contains(Value.of("."));
        assertThat(value("7")).contains(Value.of("7"));
    }

    @Test
    void value_withASecret_isASecretThatNobodyRenews() throws OperatorException {
        var value = (Value.SecretValue) value("Key {{ key }}").orElseThrow();

        assertThat(value.task()).isEmpty();
        assertThat(value.secret().reveal()).isEqualTo("Key s3cret key");
        assertThat(redactor.redact("<Key s3cret key>")).isEqualTo("<***>");
        assertThat(value("{% if key %}x{% endif %}")).containsInstanceOf(Value.SecretValue.class);
    }

    private String text(String template) throws OperatorException {
        return Template.of("t", template).header(ENTITY, redactor);
    }

    private Optional<Value> value(String template) throws OperatorException {
        return Template.of("t", template).value(ENTITY, redactor);
    }
}
