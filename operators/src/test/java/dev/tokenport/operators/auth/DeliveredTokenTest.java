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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token to be exchanged that another task delivers. */
final class DeliveredTokenTest {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final Duration LIFE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();
    private final OAuth2Authentication operator = new OAuth2Authentication();

    @AfterEach
    void stop() {
        server.close();
    }

    private TestContext context() {
        return TestContext.in(folder).withTask("auth").withTime(time);
    }

    private OAuth2Parameters parameters(String... more) throws Exception {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("oauth_grant_type", RawValue.of(EXCHANGE));
        values.put("oauth_token_url", RawValue.of(server.url("/token").toString()));
        values.put("oauth_subject_token", RawValue.of("s-1"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], RawValue.of(more[i + 1]));
        }
        return ParameterList.bind(OAuth2Parameters.class, values);
    }

    private Secret token(OAuth2Parameters parameters, TestContext context) throws Exception {
        try (var entities = ((Output.Stream) operator.execute(parameters, Inputs.none(), context)).entities()) {
            return secret(Objects.requireNonNull(entities.next()));
        }
    }

    private static Secret secret(Entity entity) {
        return ((SecretValue) entity.first("oauth_access_token").orElseThrow()).secret();
    }

    private List<List<String>> sent(String field) {
        return server.requests().stream()
                .map(request -> request.form().getOrDefault(field, List.of()))
                .toList();
    }

    @Test
    void exchange_withAllParameters_sendsThemAll() throws Exception {
        server.answer(Answer.json(
                200,
                "{\"access_token\":\"<saml/>\",\"token_type\":\"N_A\",\"issued_token_type\":"
                        + "\"urn:ietf:params:oauth:token-type:saml2\",\"expires_in\":60}"));
        TestContext context = context();

        Secret token = token(
                parameters(
                        "oauth_client_id", "orders",
                        "oauth_subject_token_type", "jwt",
                        "oauth_actor_token", "a-1",
                        "oauth_actor_token_type", "urn:example:own",
                        "oauth_requested_token_type", "saml2",
                        "oauth_audience", "one two"),
                context);

        assertThat(token.reveal()).isEqualTo("<saml/>");
        assertThat(server.request().form())
                .isEqualTo(Map.of(
                        "grant_type", List.of(EXCHANGE),
                        "client_id", List.of("orders"),
                        "subject_token", List.of("s-1"),
                        "subject_token_type", List.of("urn:ietf:params:oauth:token-type:jwt"),
                        "actor_token", List.of("a-1"),
                        "actor_token_type", List.of("urn:example:own"),
                        "requested_token_type", List.of("urn:ietf:params:oauth:token-type:saml2"),
                        "audience", List.of("one", "two")));
        assertThat(context.facts()).containsEntry("issued token type", "urn:ietf:params:oauth:token-type:saml2");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void exchange_renewed_takesTheSubjectTokenThatIsValidThen() throws Exception {
        server.answer(Answer.token("t-1", LIFE), Answer.token("t-2", LIFE));
        var subjects = new ArrayList<>(List.of("s-1", "s-2"));
        TestContext context = context().withCurrency((parameter, held) -> {
            assertThat(parameter).isEqualTo("oauth_subject_token");
            return Secret.of(subjects.remove(0));
        });
        OAuth2Parameters parameters = parameters();
        Secret first = token(parameters, context);

        Secret second = secret(operator.renew(parameters, first, context));

        assertThat(second.reveal()).isEqualTo("t-2");
        assertThat(sent("subject_token")).containsExactly(List.of("s-1"), List.of("s-2"));
    }

    @Test
    void subjectToken_refused_isRenewedOnceByItsTask() throws Exception {
        server.answer(Answer.error(400, "invalid_grant", "expired"), Answer.token("t-1", LIFE));
        var renewed = new ArrayList<String>();
        var current = new ArrayList<>(List.of(Secret.of("s-1")));
        TestContext context = context()
                .withRenewal((parameter, refused) -> {
                    renewed.add(parameter + " " + refused.reveal());
                    current.set(0, Secret.of("s-2"));
                    return Optional.of(current.get(0));
                })
                .withCurrency((parameter, held) -> current.get(0));

        Secret token = token(parameters(), context);

        assertThat(token.reveal()).isEqualTo("t-1");
        assertThat(renewed).containsExactly("oauth_subject_token s-1");
        assertThat(sent("subject_token")).containsExactly(List.of("s-1"), List.of("s-2"));
    }

    @Test
    void subjectToken_refusedAgain_isNotRenewedASecondTime() throws Exception {
        server.otherwise(request -> Answer.error(400, "invalid_request", "Invalid token"));
        TestContext context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("s-2")));
        OAuth2Parameters parameters = parameters();

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> token(parameters, context))
                .withMessageContaining("invalid_request: Invalid token");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void subjectToken_givenAndRefused_costsOneRequest() throws Exception {
        server.otherwise(request -> Answer.error(400, "invalid_grant", "expired"));
        OAuth2Parameters parameters = parameters();

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> token(parameters, context()))
                .withMessageContaining("the subject token or the actor token has expired");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void client_refused_renewsNoSubjectToken() throws Exception {
        server.otherwise(request -> Answer.error(401, "invalid_client", "no"));
        TestContext context = context().withRenewal((parameter, refused) -> {
            throw new AssertionError(parameter);
        });
        OAuth2Parameters parameters = parameters();

        assertThatExceptionOfType(OperatorException.class).isThrownBy(() -> token(parameters, context));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void subjectToken_whoseTaskHasNone_isNamed() throws Exception {
        TestContext context = context().withCurrency((parameter, held) -> {
            throw new OperatorException("no token from there");
        });
        OAuth2Parameters parameters = parameters();

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> token(parameters, context))
                .withMessage("oauth_subject_token cannot be read: no token from there");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refreshTokenFile_relative_startsAtTheWorkflowsFolder() throws Exception {
        server.answer(Answer.json(
                200,
                "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":60,\"refresh_token\":\"r-1\"}"));
        TestContext context = context();

        token(
                parameters(
                        "oauth_grant_type", "refresh_token",
                        "oauth_client_id", "orders",
                        "oauth_refresh_token", "r-0",
                        "oauth_refresh_token_file", "kept"),
                context);

        assertThat(folder.resolve("kept")).hasContent("r-1");
        assertThat(context.warnings()).isEmpty();
    }
}
