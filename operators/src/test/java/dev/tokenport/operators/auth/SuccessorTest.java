package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that is about to expire gets a successor before it is refused. */
final class SuccessorTest {

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();
    private final OAuth2Authentication operator = new OAuth2Authentication();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TestContext context = TestContext.in(Path.of(""));

    @BeforeEach
    void prepare() {
        context = TestContext.in(folder).withTask("auth").withTime(time);
    }

    @AfterEach
    void stop() {
        server.close();
        threads.shutdownNow();
    }

    private OAuth2Parameters parameters() throws Exception {
        return ParameterList.bind(
                OAuth2Parameters.class,
                Map.of(
                        "oauth_token_url", RawValue.of(server.url("/token").toString()),
                        "oauth_client_id", RawValue.of("orders"),
                        "oauth_client_secret", RawValue.of("s3cret")));
    }

    private Entity executed(OAuth2Parameters parameters) throws Exception {
        try (var entities = ((Output.Stream) operator.execute(parameters, Inputs.none(), context)).entities()) {
            return Objects.requireNonNull(entities.next());
        }
    }

    private static Secret secret(Entity entity, String path) {
        return ((SecretValue) entity.first(path).orElseThrow()).secret();
    }

    private Optional<String> successor(OAuth2Parameters parameters, Secret held) throws Exception {
        return operator.successor(parameters, held, context)
                .map(entity -> secret(entity, "oauth_access_token").reveal());
    }

    @Test
    void successor_ofAGoodToken_isNone() throws Exception {
        server.answer(Answer.token("t-1", Duration.ofMinutes(5)));
        OAuth2Parameters parameters = parameters();
        Entity given = executed(parameters);
        time.advance(Duration.ofMillis(269_999));

        assertThat(successor(parameters, secret(given, "oauth_access_token"))).isEmpty();
        assertThat(successor(parameters, secret(given, "oauth_authorization"))).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void successor_ofATokenWithLessThanTheMinimumValidity_isOneForAllThreads() throws Exception {
        server.answer(Answer.token("t-1", Duration.ofMinutes(5)), Answer.token("t-2", Duration.ofMinutes(5)));
        OAuth2Parameters parameters = parameters();
        Secret held = secret(executed(parameters), "oauth_authorization");
        time.advance(Duration.ofSeconds(270));
        List<Callable<Optional<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            calls.add(() -> successor(parameters, held));
        }

        for (Future<Optional<String>> call : threads.invokeAll(calls)) {
            assertThat(call.get()).contains("t-2");
        }
        assertThat(server.requests()).hasSize(2);
        assertThat(context.facts()).containsEntry("expiry", "2026-01-01T00:09:30Z");
    }

    @Test
    void successor_ofAShortToken_comesAtHalfItsLife() throws Exception {
        server.answer(Answer.token("t-1", Duration.ofSeconds(20)), Answer.token("t-2", Duration.ofSeconds(20)));
        OAuth2Parameters parameters = parameters();
        Secret held = secret(executed(parameters), "oauth_access_token");

        time.advance(Duration.ofMillis(9_999));
        Optional<String> before = successor(parameters, held);
        time.advance(Duration.ofMillis(1));

        assertThat(before).isEmpty();
        assertThat(successor(parameters, held)).contains("t-2");
    }

    @Test
    void successor_ofATokenThatHasOne_isItWithoutARequest() throws Exception {
        server.answer(Answer.token("t-1", Duration.ofMinutes(5)), Answer.token("t-2", Duration.ofMinutes(5)));
        OAuth2Parameters parameters = parameters();
        Secret held = secret(executed(parameters), "oauth_access_token");
        operator.renew(parameters, held, context);

        assertThat(successor(parameters, held)).contains("t-2");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void successor_whileTheEndpointFails_isNoneAndTheEndpointIsLeftInPeace() throws Exception {
        server.answer(Answer.token("t-1", Duration.ofMinutes(5)));
        server.otherwise(request -> Answer.error(401, "invalid_client", "no"));
        OAuth2Parameters parameters = parameters();
        Secret held = secret(executed(parameters), "oauth_access_token");
        time.advance(Duration.ofSeconds(280));

        for (int i = 0; i < 1000; i++) {
            assertThat(successor(parameters, held)).isEmpty();
        }
        assertThat(server.requests()).hasSize(2);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("the token could not be renewed, and the old one is used until 2026-01-01T00:05:00Z: ");
    }

    @Test
    void successor_ofAnExpiredTokenWhileTheEndpointFails_isAnError() throws Exception {
        server.answer(Answer.token("t-1", Duration.ofMinutes(5)));
        server.otherwise(request -> Answer.error(401, "invalid_client", "no"));
        OAuth2Parameters parameters = parameters();
        Secret held = secret(executed(parameters), "oauth_access_token");
        time.advance(Duration.ofMinutes(5));

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> successor(parameters, held))
                .withMessageContaining("invalid_client");
    }

    @Test
    void successor_ofATokenThatLivesNoTime_isNoneUntilItIsRefused() throws Exception {
        server.answer(Answer.token("t-1", Duration.ZERO), Answer.token("t-2", Duration.ZERO));
        OAuth2Parameters parameters = parameters();
        Secret held = secret(executed(parameters), "oauth_access_token");

        Optional<String> before = successor(parameters, held);
        Secret renewed = secret(operator.renew(parameters, held, context), "oauth_access_token");

        assertThat(before).isEmpty();
        assertThat(renewed.reveal()).isEqualTo("t-2");
        assertThat(successor(parameters, renewed)).isEmpty();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void successor_ofATokenGivenElsewhere_isNone() throws Exception {
        assertThat(successor(parameters(), Secret.of("t-1"))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }
}
