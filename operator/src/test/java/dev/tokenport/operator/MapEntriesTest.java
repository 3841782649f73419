package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.RawValue.Mapping;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.RawValue.Scalar;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MapEntriesTest {

    record Call(
            @Parameter(id = "headers", label = "Headers", template = true)
            Map<String, Secret> headers,

            @Parameter(id = "fields", label = "Fields", defaultValue = "{\"a\": \"1\", \"b\": \"2\"}")
            Map<String, String> fields,

            @Parameter(id = "more", label = "More") More more) {}

    record More(@Parameter(id = "texts", label = "Texts") Map<String, String> texts) {}

    private final ParameterList list = ParameterList.of(Call.class);

    @Test
    void find_entryOfAMap_describesIt() {
        ParameterDescription entry = list.find("headers-X-Api-Key").orElseThrow();

        assertThat(entry.id()).isEqualTo("headers-X-Api-Key");
        assertThat(entry.label()).isEqualTo("Headers: X-Api-Key");
        assertThat(entry.type()).isEqualTo(new ParameterType.StringType());
        assertThat(entry.confidential()).isTrue();
        assertThat(entry.template()).isTrue();
        assertThat(list.find("more-texts-a-b"))
                .map(ParameterDescription::confidential)
                .contains(false);
        assertThat(list.find("headers-")).isEmpty();
        assertThat(list.addresses()).containsExactly("headers", "fields", "more-texts");
    }

    @Test
    void bind_entries_winOverTheMapAndKeepTheirSecret() throws Exception {
        Secret token = Secret.of("t0ken");
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("headers-X-Api-Key", new Scalar(Value.of(token)));
        values.put("headers", RawValue.of("{\"X-Api-Key\": \"old\", \"X-B\": \"b\"}"));
        values.put("fields-b", new Scalar(new Text("3", JsonType.NUMBER)));
        values.put("fields-c", new Scalar(new Text("null", JsonType.JSON)));
        values.put("more-texts-a-b", RawValue.of("x"));

        Call call = ParameterList.bind(Call.class, values);

        assertThat(call.headers()).containsOnlyKeys("X-Api-Key", "X-B");
        assertThat(call.headers().get("X-Api-Key")).isSameAs(token);
        assertThat(call.fields()).isEqualTo(Map.of("a", "1", "b", "3"));
        assertThat(call.more().texts()).isEqualTo(Map.of("a-b", "x"));
    }

    @Test
    void bind_mapThatIsASecretText_keepsItsEntriesSecret() throws Exception {
        Map<String, RawValue> values = Map.of(
                "headers", new Scalar(Value.of(Secret.of("{\"X-A\": \"hidden\"}"))), "headers-X-B", RawValue.of("b"));

        Call call = ParameterList.bind(Call.class, values);

        assertThat(call.headers().get("X-A")).extracting(Secret::reveal).isEqualTo("hidden");
        assertThat(call.headers()).containsOnlyKeys("X-A", "X-B");
    }

    @Test
    void check_entryBesideATextThatIsNoObject_isOneFault() {
        Map<String, RawValue> values = Map.of("headers", RawValue.of("[1]"), "headers-X-B", RawValue.of("b"));

        assertThat(list.check(values))
                .extracting(ParameterFault::message)
                .containsExactly("headers is not a JSON object");
        assertThatExceptionOfType(ParameterException.class).isThrownBy(() -> ParameterList.bind(Call.class, values));
    }

    @Test
    void check_entryThatIsAStructure_namesItsKey() {
        assertThat(list.check(Map.of("fields-b", new Mapping(Map.of("x", RawValue.of("y"))))))
                .extracting(ParameterFault::message)
                .containsExactly("fields is not a map of texts, numbers and booleans: look at its key 'b'");
    }

    @Test
    void check_pendingEntry_isTakenToBeFine() {
        assertThat(list.check(
                        Map.of("headers-X-A", new Pending(), "fields", new Pending(), "fields-a", RawValue.of("1"))))
                .isEmpty();
    }

    @Test
    void known_entries_countAsKeys() {
        KnownParameters known = list.known(Map.of("headers-X-A", new Pending(), "fields-c", RawValue.of("3")));

        assertThat(known.keys("headers")).contains(List.of("X-A"));
        assertThat(known.text("fields"))
                .map(text -> text.replaceAll("\\s", ""))
                .contains("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
        assertThat(list.known(Map.of("fields", RawValue.of("[]"), "fields-c", RawValue.of("3")))
                        .text("fields"))
                .isEqualTo(Optional.empty());
    }
}
