package dev.tokenport.operators.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.RawValue.Mapping;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.RawValue.Scalar;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetParametersTest {

    private final SetParameters operator = new SetParameters();
    private final TestContext context = TestContext.in(Path.of("."));

    private Entity settings(RawValue parameters) throws Exception {
        var bound = ParameterList.bind(operator.parameters(), Map.of("parameters", parameters));
        var output = (Output.Stream) operator.execute(bound, Inputs.none(), context);
        try (var entities = output.entities()) {
            Entity entity = Objects.requireNonNull(entities.next());
            assertThat(entities.next()).isNull();
            assertThat(entities.schema()).contains(entity.schema());
            return entity;
        }
    }

    @Test
    void execute_yaml_givesTypedValues() throws Exception {
        Entity entity = settings(RawValue.of("""
                        # what the service needs
                        url: https://api.example.org/{{ id }}
                        attempts: 4
                        price: 1.50
                        insecure: true
                        code: "007"
                        octal: 007
                        blank: ' '
                        empty: ''
                        nothing: null
                        none:
                        several: [a, 1, null]
                        nested: {a: [x, 2], b: {c: ~}}
                        """));

        assertThat(entity.uri()).isEqualTo("urn:Parameter");
        assertThat(entity.schema())
                .isEqualTo(Schema.of(
                        "urn:ParameterSettings",
                        "url",
                        "attempts",
                        "price",
                        "insecure",
                        "code",
                        "octal",
                        "blank",
                        "empty",
                        "nothing",
                        "none",
                        "several",
                        "nested"));
        assertThat(entity.values())
                .containsExactly(
                        List.of(Value.of("https://api.example.org/{{ id }}")),
                        List.of(new Text("4", JsonType.NUMBER)),
                        List.of(new Text("1.50", JsonType.NUMBER)),
                        List.of(new Text("true", JsonType.BOOLEAN)),
                        List.of(Value.of("007")),
                        List.of(Value.of("007")),
                        List.of(Value.of(" ")),
                        List.of(Value.of("")),
                        List.of(),
                        List.of(),
                        List.of(Value.of("a"), new Text("1", JsonType.NUMBER)),
                        List.of(new Text("{\"a\":[\"x\",2],\"b\":{\"c\":null}}", JsonType.JSON)));
    }

    @Test
    void execute_mapping_keepsSecretsSecretAndTheRestPlain() throws Exception {
        Secret secret = Secret.of("s3cret");
        Map<String, RawValue> entries = new LinkedHashMap<>();
        entries.put("user", RawValue.of("joe"));
        entries.put("password", new Scalar(Value.of(secret)));
        entries.put("plain", new Mapping(Map.of("a", new Scalar(new Text("1", JsonType.NUMBER)))));
        entries.put("mixed", new Mapping(Map.of("key", new Scalar(Value.of(secret)))));

        Entity entity = settings(new Mapping(entries));

        assertThat(entity.first("user")).contains(Value.of("joe"));
        assertThat(entity.first("password")).contains(new SecretValue(secret, ""));
        assertThat(entity.first("plain")).contains(new Text("{\"a\":1}", JsonType.JSON));
        assertThat(revealed(entity, "mixed")).isEqualTo("{\"key\":\"s3cret\"}");
        assertThat(context.facts()).isEqualTo(Map.of("parameters", "user, password, plain, mixed"));
    }

    @Test
    void execute_secretText_makesAllValuesSecret() throws Exception {
        Entity entity = settings(new Scalar(Value.of(Secret.of("user: joe-the-user\nattempts: 4\n"))));

        assertThat(revealed(entity, "user")).isEqualTo("joe-the-user");
        assertThat(revealed(entity, "attempts")).isEqualTo("4");
        assertThat(context.redactor().redact("joe-the-user tried 4 times")).isEqualTo("*** tried 4 times");
    }

    private static String revealed(Entity entity, String path) {
        return ((SecretValue) entity.first(path).orElseThrow()).secret().reveal();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1\\nb: [s3cret  | parameters line 2, column 11: this is not valid YAML
            a: 1\\na: 2         | parameters line 2, column 1: this key stands twice in its mapping
            b: {c: 1, c: 2}     | parameters line 1, column 11: this key stands twice in its mapping
            [x]: 1              | parameters line 1, column 1: a key must be a text
            just a text         | parameters is not a YAML mapping of names and values
            [a, b]              | parameters is not a YAML mapping of names and values
            # nothing           | parameters is not a YAML mapping of names and values
            a: &x [1]\\nb: *x   | parameters: an alias of a list or mapping is not accepted
            a: &x [*x]          | parameters: an alias of a list or mapping is not accepted
            """)
    void execute_badYaml_saysWhere(String yaml, String message) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> settings(RawValue.of(yaml.replace("\\n", "\n"))))
                .withMessage(message);
    }

    @Test
    void bind_nothing_isMissing() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(operator.parameters(), Map.of()))
                .withMessage("parameters is missing; it is mandatory");
    }

    @Test
    void ports_mapping_giveTheKeysEvenOfPendingValues() {
        var known = ParameterList.of(operator.parameters())
                .known(Map.of("parameters", new Mapping(Map.of("oauth_access_token", new Pending()))));

        assertThat(operator.ports(known).output())
                .contains(new Port.Fixed(Schema.of("urn:ParameterSettings", "oauth_access_token")));
    }

    @Test
    void ports_text_areUnknown() {
        KnownParameters known =
                ParameterList.of(operator.parameters()).known(Map.of("parameters", RawValue.of("a: 1")));

        assertThat(operator.ports(known).output()).contains(new Port.Unknown());
    }

    @Test
    void execute_veryDeepYaml_saysWhere() {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> settings(RawValue.of("a: " + "[".repeat(20_000))))
                .withMessage("parameters line 1, column 53: more than 50 lists or mappings stand in each other here");
    }
}
