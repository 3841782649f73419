package dev.tokenport.operators.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.Path;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransformTest extends TransformCase {

    @Test
    void rename_allAtOnce_keepsPlacesValuesAndTypes() throws Exception {
        var schema = new Schema(
                "urn:Order", List.of(Path.of("a"), Path.of("b"), new Path("t", PathType.SECRET, true), Path.of("c")));
        var secret = new SecretValue(Secret.of("hidden-token"), "auth");
        var entity = new Entity(
                "urn:1",
                schema,
                List.of(List.of(ONE, Value.of("x")), List.of(), List.of(secret), List.of(Value.of("c"))));

        Entity renamed = only(Map.of("rename", map("a", "b", "b", "a", "t", "token")), entity);

        assertThat(renamed)
                .isEqualTo(new Entity(
                        "urn:1",
                        new Schema(
                                "urn:Order",
                                List.of(
                                        Path.of("b"),
                                        Path.of("a"),
                                        new Path("token", PathType.SECRET, true),
                                        Path.of("c"))),
                        entity.values()));
    }

    @Test
    void steps_areDoneInTheirOrder() throws Exception {
        Map<String, RawValue> values = Map.of(
                "pick", RawValue.of("sum key name id"),
                "templates", map("sum", "{{ id }}-{{ key }}", "name", "{{ name | upper }}"),
                "constants", map("key", "k"),
                "rename", map("old id", "id"));

        assertThat(shown(only(values, entity("old id", "7", "name", "ada", "rest", "x"))))
                .isEqualTo("sum=7-k key=k name=ADA id=7");
    }

    @Test
    void templates_ofAPathThatIsThere_replaceItInItsPlace() throws Exception {
        Map<String, RawValue> values =
                Map.of("templates", map("b", "{{ a }}{{ b }}", "a", "{{ b }}", "z", "{{ entity[\"a b\"] }}"));

        assertThat(shown(only(values, entity("a", "1", "b", "2", "a b", "3")))).isEqualTo("a=2 b=12 a b=3 z=3");
    }

    @Test
    void templates_ofOneValue_keepItsType() throws Exception {
        var entity =
                new Entity("", Schema.of("", "n", "none", "m"), List.of(List.of(ONE), List.of(), List.of(ONE, ONE)));

        Entity result = only(
                Map.of(
                        "templates",
                        map(
                                "a",
                                "{{ n }}",
                                "b",
                                "{{ n }} ",
                                "c",
                                "{{ none }}",
                                "d",
                                "{% for x in m %}{{ x }};{% endfor %}"),
                        "pick",
                        RawValue.of("a b c d m")),
                entity);

        assertThat(result.values())
                .containsExactly(
                        List.of(ONE),
                        List.of(Value.of("1.50 ")),
                        List.of(),
                        List.of(Value.of("1.50;1.50;")),
                        List.of(ONE, ONE));
    }

    @Test
    void constants_yaml_areTyped() throws Exception {
        Map<String, RawValue> values =
                Map.of("constants", RawValue.of("{active: true, n: 1.50, list: [a, b], nested: {x: 1}, none: null}"));

        assertThat(only(values, entity("id", "7")).values())
                .containsExactly(
                        List.of(Value.of("7")),
                        List.of(new Value.Text("true", JsonType.BOOLEAN)),
                        List.of(ONE),
                        List.of(Value.of("a"), Value.of("b")),
                        List.of(new Value.Text("{\"x\":1}", JsonType.JSON)),
                        List.of());
    }

    @Test
    void drop_pathsThatAreThereOrNot_leavesTheOthers() throws Exception {
        Map<String, RawValue> values = Map.of("drop", RawValue.of("[\"a b\", \"nothing\"]"));

        assertThat(shown(only(values, entity("a", "1", "a b", "2", "c", "3")))).isEqualTo("a=1 c=3");
    }

    @Test
    void inputs_several_areTransformedOneAfterTheOther() throws Exception {
        Entities output = open(
                Map.of("templates", map("n", "{{ a }}!")),
                stream(entity("a", "1"), entity("a", "2")),
                stream(),
                stream(entity("b", "x", "a", "3")));

        assertThat(output.schema()).isEmpty();
        assertThat(rest(output).stream().map(TransformCase::shown))
                .containsExactly("a=1 n=1!", "a=2 n=2!", "b=x a=3 n=3!");
    }

    @Test
    void secretInATemplate_isASecretThatNobodyRenews() throws Exception {
        var entity = Entity.of("", Schema.of("", "t"), List.of(new SecretValue(Secret.of("hidden-token"), "auth")));

        Entity result = only(Map.of("templates", map("header", "Key {{ t }}")), entity);

        var secret = (SecretValue) result.first("header").orElseThrow();
        assertThat(secret.secret().reveal()).isEqualTo("Key hidden-token");
        assertThat(secret.task()).isEmpty();
        assertThat(((SecretValue) result.first("t").orElseThrow()).task()).isEqualTo("auth");
        assertThat(context.redactor().redact("hidden-token")).isEqualTo("***");
        assertThat(result.toString()).doesNotContain("hidden");
    }

    @Test
    void schema_ofAKnownInput_isKnownBeforeTheFirstEntity() throws Exception {
        Map<String, RawValue> values = Map.of("rename", map("a", "b"), "constants", map("c", "1"));

        assertThat(open(values, Entities.of(Schema.of("", "a"), List.of())).schema())
                .contains(Schema.of("", "b", "c"));
        assertThat(open(values, Entities.of(Schema.of("", "x"), List.of())).schema())
                .isEmpty();
    }

    @Test
    void ports_withPick_areKnownBeforeTheRun() {
        var transform = new Transform();

        assertThat(transform.ports(new KnownParameters(Map.of("pick", "b [a"))).output())
                .contains(new Port.Fixed(Schema.of("", "b", "[a")));
        assertThat(transform.ports(new KnownParameters(Map.of("pick", ""))).output())
                .contains(new Port.Unknown());
        assertThat(transform.ports(new KnownParameters(Map.of("pick", "a a"))).output())
                .contains(new Port.Unknown());
        assertThat(transform.ports(new KnownParameters(Map.of())).output()).contains(new Port.Unknown());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rename | a=c&b=c | rename gives two paths the name 'c': 'a' and 'b'",
                "templates | x={{ a | templates 'x' is not a template, line 1: Unexpected token of value \"null\" and type EOF, expected token of type PRINT_END",
            })
    void parameters_faultyMap_nameTheRule(String parameter, String entries, String message) {
        String[] pairs = entries.split("[&=]", -1);

        assertThatThrownBy(() -> parameters(Map.of(parameter, map(pairs)))).hasMessage(message);
    }

    @Test
    void parameters_pickAndDrop_excludeEachOther() {
        assertThatThrownBy(() -> parameters(Map.of("pick", RawValue.of("a"), "drop", RawValue.of("b"))))
                .hasMessage("drop 'b' and pick exclude each other");
    }
}
