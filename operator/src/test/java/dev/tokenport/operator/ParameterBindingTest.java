package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tokenport.operator.RawValue.Mapping;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.RawValue.Scalar;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterBindingTest {

    enum Grant {
        CLIENT_CREDENTIALS,
        @Choice("user-password")
        PASSWORD
    }

    enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    record Everything(
            @Parameter(id = "text", label = "Text") String text,

            @Parameter(id = "lines", label = "Lines", multiline = true)
            String lines,

            @Parameter(id = "secret", label = "Secret") Secret secret,

            @Parameter(id = "number", label = "Number", defaultValue = "4")
            int number,

            @Parameter(id = "big", label = "Big", defaultValue = "5")
            long big,

            @Parameter(id = "flag", label = "Flag") boolean flag,

            @Parameter(id = "grant", label = "Grant", defaultValue = "client_credentials")
            Grant grant,

            @Parameter(id = "level", label = "Level") Optional<Level> level,

            @Parameter(id = "pause", label = "Wait", defaultValue = "PT5M")
            Duration pause,

            @Parameter(id = "uri", label = "URI") Optional<URI> uri,
            @Parameter(id = "map", label = "Map") Map<String, String> map,
            @Parameter(id = "headers", label = "Headers") Map<String, Secret> headers,
            @Parameter(id = "settings", label = "Settings") RawValue settings,
            @Parameter(id = "inner", label = "Inner") Inner inner,
            @Parameter(id = "other", label = "Other") Optional<Inner> other) {}

    record Inner(
            @Parameter(id = "name", label = "Name", defaultValue = "nobody")
            String name,

            @Parameter(id = "count", label = "Count") Optional<Integer> count) {}

    record Login(
            @Parameter(id = "grant", label = "Grant", defaultValue = "client_credentials")
            Grant grant,

            @Parameter(id = "client", label = "Client", mandatory = true)
            String client,

            @Parameter(id = "user", label = "User", mandatoryWhen = "grant=user-password")
            String user,

            @Parameter(id = "password", label = "Password", mandatoryWhen = "grant=user-password")
            Secret password) {}

    record Range(
            @Parameter(id = "from", label = "From", defaultValue = "1")
            int from,

            @Parameter(id = "to", label = "To", defaultValue = "9")
            int to,

            @Parameter(id = "name", label = "Name") String name) {

        Range {
            if (from > to) {
                throw new IllegalArgumentException("from " + from + " of '" + name + "' is after to " + to);
            }
        }
    }

    @Test
    void bind_nothingGiven_usesDefaults() throws Exception {
        Everything bound = ParameterList.bind(Everything.class, Map.of());

        assertThat(bound)
                .usingRecursiveComparison()
                .ignoringFields("secret")
                .isEqualTo(new Everything(
                        "",
                        "",
                        Secret.of(""),
                        4,
                        5L,
                        false,
                        Grant.CLIENT_CREDENTIALS,
                        Optional.empty(),
                        Duration.ofMinutes(5),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        RawValue.of(""),
                        new Inner("nobody", Optional.empty()),
                        Optional.empty()));
        assertThat(bound.secret().reveal()).isEmpty();
    }

    @Test
    void bind_everyTypeGiven_convertsTextForms() throws Exception {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("text", RawValue.of("  two blanks before "));
        values.put("lines", RawValue.of("a\nb"));
        values.put("secret", RawValue.of("s3cret"));
        values.put("number", new Scalar(new Text("-7", JsonType.NUMBER)));
        values.put("big", RawValue.of("9223372036854775807"));
        values.put("flag", new Scalar(new Text("true", JsonType.BOOLEAN)));
        values.put("grant", RawValue.of("user-password"));
        values.put("level", RawValue.of("high"));
        values.put("pause", RawValue.of("500ms"));
        values.put("uri", RawValue.of("https://example.org/a?b=c"));
        values.put("map", RawValue.of("{\"a\": \"x\", \"b\": 1.50, \"c\": true}"));
        values.put("headers", new Mapping(Map.of("X-Key", new Scalar(Value.of(Secret.of("k"))))));
        values.put("settings", new Mapping(Map.of("url", RawValue.of("u"))));
        values.put("inner", new Mapping(Map.of("name", RawValue.of("N"))));
        values.put("other-count", RawValue.of("3"));

        Everything bound = ParameterList.bind(Everything.class, values);

        assertThat(bound)
                .usingRecursiveComparison()
                .ignoringFields("secret", "headers")
                .isEqualTo(new Everything(
                        "  two blanks before ",
                        "a\nb",
                        Secret.of(""),
                        -7,
                        Long.MAX_VALUE,
                        true,
                        Grant.PASSWORD,
                        Optional.of(Level.HIGH),
                        Duration.ofMillis(500),
                        Optional.of(URI.create("https://example.org/a?b=c")),
                        Map.of("a", "x", "b", "1.50", "c", "true"),
                        Map.of(),
                        new Mapping(Map.of("url", RawValue.of("u"))),
                        new Inner("N", Optional.empty()),
                        Optional.of(new Inner("nobody", Optional.of(3)))));
        assertThat(bound.secret().reveal()).isEqualTo("s3cret");
        assertThat(bound.headers().get("X-Key")).extracting(Secret::reveal).isEqualTo("k");
    }

    @Test
    void bind_secretGiven_keepsThatVerySecret() throws Exception {
        Secret token = Secret.of("t0ken");

        Everything bound = ParameterList.bind(
                Everything.class, Map.of("secret", new Scalar(new Value.SecretValue(token, "auth"))));

        assertThat(bound.secret()).isSameAs(token);
    }

    @Test
    void bind_nestedObjectAsJsonText_bindsIt() throws Exception {
        Everything bound = ParameterList.bind(
                Everything.class,
                Map.of("inner", RawValue.of("{\"name\": \"J\", \"count\": 2}"), "inner-count", RawValue.of("8")));

        assertThat(bound.inner()).isEqualTo(new Inner("J", Optional.of(8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number  | x                    | number 'x' is not a whole number
            number  | 2147483648           | number '2147483648' is not a whole number from -2147483648 to 2147483647
            big     | 9223372036854775808  | big '9223372036854775808' is not a whole number from -9223372036854775808 to 9223372036854775807
            number  | ''                   | number '' is not a whole number
            flag    | yes                  | flag 'yes' is neither true nor false
            grant   | foo                  | grant 'foo' is neither client_credentials nor user-password
            level   | top                  | level 'top' is none of low, middle and high
            pause   | soon                 | pause 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S
            pause   | -5s                  | pause '-5s' is a negative duration
            pause   | PT-1S                | pause 'PT-1S' is a negative duration
            pause   | 99999999999999999999d| pause '99999999999999999999d' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S
            uri     | a b                  | uri 'a b' is not a URI
            map     | [1]                  | map '[1]' is not a JSON object
            map     | {"a":1,"a":2}        | map '{"a":1,"a":2}' is not a valid JSON object, see line 1, column 11
            map     | {"a":[1]}            | map '{"a":[1]}' is not a map of texts, numbers and booleans: look at its key 'a'
            map     | {} {}                | map '{} {}' is not a JSON object: something follows its end
            headers | {"a": s3cret}        | headers '***' is not a valid JSON object, see line 1, column 7
            inner   | x                    | inner is not a valid JSON object, see line 1, column 1
            inner-count | x                | inner-count 'x' is not a whole number
            nmber   | 1                    | nmber is not a parameter; did you mean 'number'?
            inner-nam | 1                  | inner-nam is not a parameter; did you mean 'inner-name'?
            """)
    void check_faultyValue_saysParameterValueAndRule(String parameter, String value, String message) {
        var faults = ParameterList.of(Everything.class).check(Map.of(parameter, RawValue.of(value)));

        assertThat(faults).extracting(ParameterFault::message).containsExactly(message);
        assertThat(faults).extracting(ParameterFault::parameter).containsExactly(parameter);
    }

    @Test
    void check_mappingForText_isFault() {
        var faults = ParameterList.of(Everything.class).check(Map.of("text", new Mapping(Map.of())));

        assertThat(faults)
                .containsExactly(
                        new ParameterFault("text", ParameterFault.Kind.INVALID, "text must be a text, not a mapping"));
    }

    @Test
    void check_longValueOfSeveralLines_isShownOnOneShortLine() {
        var faults = ParameterList.of(Everything.class).check(Map.of("number", RawValue.of("a\n" + "b".repeat(200))));

        assertThat(faults)
                .extracting(ParameterFault::message)
                .containsExactly("number 'a " + "b".repeat(98) + "…' is not a whole number");
    }

    @Test
    void check_secretForPlainParameter_isNotShown() {
        var secret = new Scalar(Value.of(Secret.of("hunter2")));

        var faults = ParameterList.of(Everything.class).check(Map.of("number", secret, "map", secret));

        assertThat(faults)
                .extracting(ParameterFault::message)
                .containsExactly(
                        "number '***' is not a whole number",
                        "map '***' is not a valid JSON object, see line 1, column 1");
    }

    @Test
    void check_secretThatCannotBeRead_saysWhy() {
        Secret unset = Secret.from("env:X", () -> {
            throw new SecretUnavailableException("environment variable X is not set");
        });

        var faults = ParameterList.of(Login.class)
                .check(Map.of("client", RawValue.of("c"), "grant", new Scalar(Value.of(unset))));

        assertThat(faults)
                .extracting(ParameterFault::message)
                .containsExactly("grant: environment variable X is not set");
    }

    @Test
    void check_severalFaults_reportsAllInOrderOfParameters() {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("pasword", RawValue.of("x"));
        values.put("user", RawValue.of(""));
        values.put("grant", RawValue.of("user-password"));

        var faults = ParameterList.of(Login.class).check(values);

        assertThat(faults)
                .containsExactly(
                        new ParameterFault("client", ParameterFault.Kind.MISSING, "client is missing; it is mandatory"),
                        new ParameterFault(
                                "user",
                                ParameterFault.Kind.MISSING,
                                "user is missing; it is mandatory when grant is user-password"),
                        new ParameterFault(
                                "password",
                                ParameterFault.Kind.MISSING,
                                "password is missing; it is mandatory when grant is user-password"),
                        new ParameterFault(
                                "pasword",
                                ParameterFault.Kind.UNKNOWN,
                                "pasword is not a parameter; did you mean 'password'?"));
    }

    @Test
    void check_emptySecretForMandatoryParameter_isMissing() {
        var faults = ParameterList.of(Login.class)
                .check(Map.of(
                        "grant",
                        RawValue.of("user-password"),
                        "client",
                        RawValue.of(" "),
                        "user",
                        RawValue.of("  "),
                        "password",
                        new Scalar(Value.of(Secret.of("")))));

        assertThat(faults).extracting(ParameterFault::parameter).containsExactly("password");
    }

    @Test
    void check_pendingValues_areTakenToBeFine() {
        var pending = new Pending();

        var faults = ParameterList.of(Everything.class)
                .check(Map.of(
                        "number",
                        pending,
                        "inner",
                        pending,
                        "map",
                        new Mapping(Map.of("a", pending)),
                        "other",
                        pending));

        assertThat(faults).isEmpty();
        assertThat(ParameterList.of(Login.class).check(Map.of("grant", pending, "client", pending)))
                .isEmpty();
    }

    @Test
    void check_jsonNull_countsAsNotGiven() {
        var faults = ParameterList.of(Login.class).check(Map.of("client", new Scalar(new Text("null", JsonType.JSON))));

        assertThat(faults).extracting(ParameterFault::message).containsExactly("client is missing; it is mandatory");
    }

    @Test
    void bind_emptyTextForOptional_isEmpty() throws Exception {
        Everything bound =
                ParameterList.bind(Everything.class, Map.of("level", RawValue.of(""), "uri", RawValue.of("")));

        assertThat(bound.level()).isEmpty();
        assertThat(bound.uri()).isEmpty();
    }

    @Test
    void bind_recordRefuses_isFaultWithoutSecret() {
        var values = Map.of("from", RawValue.of("10"), "name", new Scalar(Value.of(Secret.of("hunter2"))));

        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(Range.class, values))
                .withMessage("from 10 of '***' is after to 9");
    }

    @Test
    void bind_severalFaults_joinsThem() {
        var values = Map.of("from", RawValue.of("x"), "to", RawValue.of("y"));

        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(Range.class, values))
                .withMessage("from 'x' is not a whole number; to 'y' is not a whole number");
    }

    @Test
    void bind_pendingValue_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterList.bind(Range.class, Map.of("from", new Pending())))
                .withMessage("from is not known yet");
    }
}
