package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ReceivedProof;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are bound to a key, and the key that is handed over with them. */
final class DpopTest {

    private static final DpopKey GIVEN = DpopKey.generate();

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();
    private final OAuth2Authentication operator = new OAuth2Authentication();
    private TestContext context = TestContext.in(Path.of(""));

    @BeforeEach
    void prepare() {
        context = TestContext.in(folder).withTask("auth").withTime(time);
        server.otherwise(request -> granted("t-" + server.requests().size(), "DPoP"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void token_bound_isHandedOverWithItsKey() throws Exception {
        Entity entity = executed(client());

        DpopKey key = DpopKey.of(secret(entity, "oauth_dpop_key"));
        ReceivedProof proof = ReceivedProof.in(server.request());
        assertThat(proof.verified()).isTrue();
        assertThat(key.thumbprint()).isEqualTo(proof.thumbprint());
        assertThat(entity.first("oauth_token_type")).contains(Value.of("DPoP"));
        assertThat(secret(entity, "oauth_access_token").reveal()).isEqualTo("t-1");
        assertThat(secret(entity, "oauth_authorization").reveal()).isEqualTo("DPoP t-1");
        assertThat(context.redactor().redact(key.secret().reveal())).isEqualTo("***");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void token_notAskedToBeBound_hasNoKey() throws Exception {
        server.answer(granted("t-1", "Bearer"));

        Entity entity = executed(
                client("oauth_dpop", "false", "oauth_dpop_key", GIVEN.secret().reveal()));

        assertThat(server.request().headers().contains("DPoP")).isFalse();
        assertThat(entity.first("oauth_dpop_key")).isEmpty();
        assertThat(entity.first("oauth_token_type")).contains(Value.of("Bearer"));
    }

    @Test
    void token_notBoundByTheServer_isHandedOverWithoutAKeyAndWithAWarning() throws Exception {
        server.answer(granted("t-1", "Bearer"));

        Entity entity = executed(client());

        assertThat(entity.first("oauth_dpop_key")).isEmpty();
        assertThat(entity.first("oauth_token_type")).contains(Value.of("Bearer"));
        assertThat(context.warnings())
                .containsExactly("the token is not bound to the key: the server took no notice of the proof and gave a"
                        + " Bearer token (RFC 9449 §5)");
    }

    @Test
    void key_thatWasMade_isTheSameForAllTasksOfARun() throws Exception {
        executed(client());
        executed(client("oauth_scope", "other"));
        Entity first = executed(client());
        operator.renew(client(), secret(first, "oauth_access_token"), context);

        assertThat(thumbprints()).hasSize(3);
        assertThat(thumbprints().stream().distinct()).hasSize(1);
    }

    @Test
    void key_thatWasGiven_isTheOne() throws Exception {
        Entity entity = executed(client("oauth_dpop_key", GIVEN.secret().reveal()));

        assertThat(thumbprints()).containsExactly(GIVEN.thumbprint());
        assertThat(DpopKey.of(secret(entity, "oauth_dpop_key")).thumbprint()).isEqualTo(GIVEN.thumbprint());
    }

    @Test
    void key_thatIsNone_isRefusedWithoutShowingIt() {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> executed(client("oauth_dpop_key", "k3y-t3xt")))
                .withMessage("oauth_dpop_key is not a JWK (RFC 7517)");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void successor_ofTheKey_isNoneEvenIfTheTokenHasOne() throws Exception {
        OAuth2Parameters parameters = client();
        Secret key = secret(executed(parameters), "oauth_dpop_key");
        time.advance(Duration.ofSeconds(280));

        assertThat(operator.successor(parameters, key, context)).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void prefetchedToken_withItsKey_isHandedOverAsBound() throws Exception {
        Entity entity = executed(prefetched("oauth_dpop_key", GIVEN.secret().reveal()));

        assertThat(entity.first("oauth_token_type")).contains(Value.of("DPoP"));
        assertThat(secret(entity, "oauth_authorization").reveal()).isEqualTo("DPoP t-0");
        assertThat(DpopKey.of(secret(entity, "oauth_dpop_key")).thumbprint()).isEqualTo(GIVEN.thumbprint());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void prefetchedToken_boundWithoutItsKey_isAFaultBeforeTheRun() {
        assertThat(ParameterList.of(OAuth2Parameters.class)
                        .check(Map.of(
                                "oauth_grant_type", RawValue.of("prefetched_token"),
                                "oauth_access_token", RawValue.of("t-0"),
                                "oauth_dpop", RawValue.of("true"))))
                .extracting(ParameterFault::message)
                .containsExactly("oauth_dpop_key is missing; it is mandatory when oauth_dpop is true and"
                        + " oauth_grant_type is prefetched_token");
    }

    private OAuth2Parameters client(String... more) throws Exception {
        Map<String, RawValue> values = new HashMap<>();
        values.put("oauth_token_url", RawValue.of(server.url("/token").toString()));
        values.put("oauth_client_id", RawValue.of("orders"));
        values.put("oauth_client_secret", RawValue.of("s3cret"));
        values.put("oauth_dpop", RawValue.of("true"));
        return bound(values, more);
    }

    private static OAuth2Parameters prefetched(String... more) throws Exception {
        Map<String, RawValue> values = new HashMap<>();
        values.put("oauth_grant_type", RawValue.of("prefetched_token"));
        values.put("oauth_access_token", RawValue.of("t-0"));
        return bound(values, more);
    }

    private static OAuth2Parameters bound(Map<String, RawValue> values, String... more) throws Exception {
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], RawValue.of(more[i + 1]));
        }
        return ParameterList.bind(OAuth2Parameters.class, values);
    }

    private Entity executed(OAuth2Parameters parameters) throws Exception {
        try (var entities = ((Output.Stream) operator.execute(parameters, Inputs.none(), context)).entities()) {
            return Objects.requireNonNull(entities.next());
        }
    }

    private List<String> thumbprints() {
        return server.requests().stream()
                .map(request -> ReceivedProof.in(request).thumbprint())
                .toList();
    }

    private static Secret secret(Entity entity, String path) {
        return ((SecretValue) entity.first(path).orElseThrow()).secret();
    }

    private static Answer granted(String token, String type) {
        return Answer.json(
                200, "{\"access_token\":\"" + token + "\",\"token_type\":\"" + type + "\",\"expires_in\":300}");
    }
}
