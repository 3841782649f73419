package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OAuth2AuthenticationTest {

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final OAuth2Authentication operator = new OAuth2Authentication();
    private final ManualTime time = ManualTime.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private TestContext context() {
        return TestContext.in(folder).withTask("auth").withTime(time);
    }

    private Map<String, RawValue> client() {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("oauth_token_url", RawValue.of(server.url("/token").toString()));
        values.put("oauth_client_id", RawValue.of("orders"));
        values.put("oauth_client_secret", RawValue.of("s3cret"));
        return values;
    }

    private Map<String, RawValue> user() {
        Map<String, RawValue> values = client();
        values.remove("oauth_client_secret");
        values.put("oauth_grant_type", RawValue.of("password"));
        values.put("user_name", RawValue.of(" joe "));
        values.put("password", RawValue.of("p%: ä"));
        return values;
    }

    private OAuth2Parameters bound(Map<String, RawValue> values) throws ParameterException {
        return ParameterList.bind(OAuth2Parameters.class, values);
    }

    private Entity executed(Map<String, RawValue> values, TestContext context) throws Exception {
        var output = (Output.Stream) operator.execute(bound(values), Inputs.none(), context);
        try (var entities = output.entities()) {
            Entity entity = Objects.requireNonNull(entities.next());
            assertThat(entities.next()).isNull();
            return entity;
        }
    }

    private static Secret secret(Entity entity, String path) {
        return ((SecretValue) entity.first(path).orElseThrow()).secret();
    }

    @Test
    void ports_always_areDependencyOnlyAndOneFixedSchema() {
        Ports ports = operator.ports(new KnownParameters(Map.of()));

        assertThat(ports.inputs()).isEqualTo(new InputPorts.DependencyOnly());
        var schema = ((Port.Fixed) ports.output().orElseThrow()).schema();
        assertThat(schema.type()).isEqualTo("urn:ParameterSettings");
        assertThat(schema.paths().stream().map(path -> path.name() + "|" + path.type() + "|" + path.optional()))
                .containsExactly(
                        "oauth_access_token|SECRET|false",
                        "oauth_token_type|STRING|true",
                        "oauth_expires_at|STRING|true",
                        "oauth_authorization|SECRET|true",
                        "oauth_dpop_key|SECRET|true");
    }

    @Test
    void execute_clientCredentials_givesTokenAndReports() throws Exception {
        server.answer(
                Answer.json(
                        200,
                        "{\"access_token\":\"t0ken-1\",\"token_type\":\"bearer\",\"expires_in\":300,\"scope\":\"read write\"}"));
        TestContext context = context();
        Map<String, RawValue> values = client();
        values.put("user_name", RawValue.of("not sent"));
        values.put("password", RawValue.of("not sent"));
        values.put("oauth_scope", RawValue.of("read  write"));
        values.put("oauth_audience", RawValue.of("a b"));
        values.put("oauth_resource", RawValue.of("https://r.example.org"));
        values.put("oauth_extra_parameters", RawValue.of("{\"tenant\": 7}"));

        Entity entity = executed(values, context);

        assertThat(entity.uri()).isEqualTo("urn:Parameter");
        assertThat(entity.first("oauth_token_type")).contains(Value.of("Bearer"));
        assertThat(entity.first("oauth_expires_at")).contains(Value.of("2026-01-01T00:05:00Z"));
        assertThat(((SecretValue) entity.first("oauth_access_token").orElseThrow()).task())
                .isEqualTo("auth");
        assertThat(secret(entity, "oauth_access_token").reveal()).isEqualTo("t0ken-1");
        assertThat(secret(entity, "oauth_authorization").reveal()).isEqualTo("Bearer t0ken-1");
        assertThat(server.request().form())
                .isEqualTo(Map.of(
                        "grant_type", List.of("client_credentials"),
                        "scope", List.of("read write"),
                        "audience", List.of("a", "b"),
                        "resource", List.of("https://r.example.org"),
                        "tenant", List.of("7")));
        assertThat(context.facts())
                .isEqualTo(Map.of(
                        "grant", "client_credentials",
                        "endpoint", server.url("").toString(),
                        "scope", "read write",
                        "expiry", "2026-01-01T00:05:00Z",
                        "requests", "1",
                        "received", "1"));
        assertThat(context.warnings()).isEmpty();
        assertThat(context.redactor().redact("t0ken-1 s3cret")).isEqualTo("*** ***");
    }

    @Test
    void execute_passwordOfPublicClient_sendsUserAndWarns() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));
        TestContext context = context();

        executed(user(), context);

        assertThat(server.request().headers().first("Authorization")).isEmpty();
        assertThat(server.request().form())
                .isEqualTo(Map.of(
                        "grant_type", List.of("password"),
                        "client_id", List.of("orders"),
                        "username", List.of(" joe "),
                        "password", List.of("p%: ä")));
        assertThat(context.warnings())
                .containsExactly("the password grant hands the user's password to this client; RFC 9700 §2.4 forbids it"
                        + " for new systems");
    }

    @Test
    void execute_twoTasksOfARun_shareOneToken() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));
        TestContext context = context();

        Entity first = executed(client(), context);
        Entity second = executed(client(), context);

        assertThat(secret(second, "oauth_access_token").reveal())
                .isEqualTo(secret(first, "oauth_access_token").reveal());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void execute_temporaryFailure_isRetriedAndShown() throws Exception {
        server.answer(Answer.status(503), Answer.token("t0ken-1", Duration.ofMinutes(5)));
        TestContext context = context();

        executed(client(), context);

        assertThat(context.progressLines()).singleElement().asString().contains("503");
        assertThat(context.facts()).containsEntry("requests", "2");
    }

    @Test
    void execute_wrongSecret_failsAfterOneRequestWithoutShowingIt() throws Exception {
        server.answer(Answer.error(401, "invalid_client", "s3cret is wrong"));
        TestContext context = context();

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> executed(client(), context))
                .withMessageContaining("invalid_client")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        assertThat(context.facts()).containsEntry("requests", "1");
    }

    @Test
    void execute_optionsThatDoNotFit_areNamedAsParameters() {
        Map<String, RawValue> values = user();
        values.put("oauth_client_authentication", RawValue.of("client_secret_post"));
        values.put("oauth_resource", RawValue.of("r"));
        values.put("oauth_extra_parameters", RawValue.of("{\"scope\": \"x\"}"));

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> executed(values, context()))
                .withMessage(
                        "oauth_client_authentication 'client_secret_post' needs a client secret, and there is none;"
                                + " oauth_resource 'r' is not an absolute URI without fragment (RFC 8707 §2);"
                                + " oauth_extra_parameters names 'scope', which is set by an option of its own");
    }

    @Test
    void execute_caFileThatIsNotThere_namesParameterAndPath() {
        Map<String, RawValue> values = client();
        values.put("oauth_ca_file", RawValue.of("ca.pem"));

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> executed(values, context()))
                .withMessageStartingWith("oauth_ca_file: ")
                .withMessageContaining(folder.resolve("ca.pem").toString());
    }

    @Test
    void renew_refusedTokenOrHeader_givesOneSuccessor() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)), Answer.token("t0ken-2", Duration.ofMinutes(5)));
        TestContext context = context();
        Entity first = executed(client(), context);

        Entity second = operator.renew(bound(client()), secret(first, "oauth_access_token"), context);
        Entity third = operator.renew(bound(client()), secret(first, "oauth_authorization"), context);

        assertThat(secret(second, "oauth_access_token").reveal()).isEqualTo("t0ken-2");
        assertThat(secret(third, "oauth_authorization").reveal()).isEqualTo("Bearer t0ken-2");
        assertThat(context.facts()).containsEntry("requests", "2");
    }
}
