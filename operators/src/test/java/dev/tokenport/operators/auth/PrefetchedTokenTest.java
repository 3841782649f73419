package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The grant {@code prefetched_token} of OAuth2 Authentication. */
final class PrefetchedTokenTest {

    /** A JWT with an {@code exp} of one second before 2026. */
    private static final String EXPIRED = "e30.eyJleHAiOjE3NjcyMjU1OTl9.c2ln";

    /** A JWT with an {@code exp} of one second after the start of 2026. */
    private static final String GOOD = "e30.eyJleHAiOjE3NjcyMjU2MDF9.c2ln";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final OAuth2Authentication operator = new OAuth2Authentication();

    @Test
    void token_opaque_isHandedOverWithoutRequest() throws Exception {
        TestContext context = context();

        Entity entity = executed("0paque-t0ken", context);

        SecretValue token = (SecretValue) entity.first("oauth_access_token").orElseThrow();
        assertThat(token.task()).isEqualTo("auth");
        assertThat(token.secret().reveal()).isEqualTo("0paque-t0ken");
        assertThat(((SecretValue) entity.first("oauth_authorization").orElseThrow())
                        .secret()
                        .reveal())
                .isEqualTo("Bearer 0paque-t0ken");
        assertThat(entity.first("oauth_token_type")).contains(Value.of("Bearer"));
        assertThat(entity.first("oauth_expires_at")).isEmpty();
        assertThat(context.facts())
                .isEqualTo(Map.of("grant", "prefetched_token", "expiry", "unknown", "requests", "0"));
        assertThat(context.warnings()).isEmpty();
        assertThat(context.redactor().redact("got 0paque-t0ken")).isEqualTo("got ***");
    }

    @Test
    void token_thatIsAJwt_expiresWhenItSays() throws Exception {
        TestContext context = context();

        Entity entity = executed(GOOD, context);

        assertThat(entity.first("oauth_expires_at")).contains(Value.of("2026-01-01T00:00:01Z"));
        assertThat(context.facts()).containsEntry("expiry", "2026-01-01T00:00:01Z");
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void token_expired_isHandedOverWithAWarning() throws Exception {
        TestContext context = context();

        executed(EXPIRED, context);

        assertThat(context.warnings())
                .containsExactly("oauth_access_token expired at 2025-12-31T23:59:59Z; it was given, not fetched, and"
                        + " cannot be renewed");
    }

    @Test
    void token_withALineBreak_isRefusedWithoutShowingIt() {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> executed("t0ken\n", context()))
                .withMessage("oauth_access_token has a blank, a line break or another character in it that no token has"
                        + " (RFC 6750 §2.1)");
    }

    @Test
    void renew_isRefused() throws Exception {
        OAuth2Parameters parameters = bound("0paque-t0ken");

        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> operator.renew(parameters, Secret.of("0paque-t0ken"), context()))
                .withMessage("oauth_access_token was given, not fetched; it cannot be renewed: give a new one");
    }

    @Test
    void successor_thereIsNone() throws Exception {
        assertThat(operator.successor(bound(EXPIRED), Secret.of(EXPIRED), context()))
                .isEmpty();
    }

    @Test
    void check_withoutToken_needsNothingElse() {
        var list = ParameterList.of(OAuth2Parameters.class);

        assertThat(list.check(Map.of(
                        "oauth_grant_type", RawValue.of("prefetched_token"),
                        "oauth_token_url", RawValue.of(""),
                        "oauth_access_token", RawValue.of(""))))
                .extracting(ParameterFault::message)
                .containsExactly(
                        "oauth_access_token is missing; it is mandatory when oauth_grant_type is prefetched_token");
    }

    @Test
    void bind_withFaultyUrl_isStillAFault() {
        Map<String, RawValue> values = Map.of(
                "oauth_grant_type", RawValue.of("prefetched_token"),
                "oauth_token_url", RawValue.of("htp://x"),
                "oauth_access_token", RawValue.of("t"));

        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(OAuth2Parameters.class, values))
                .withMessage("oauth_token_url 'htp://x' is not an http(s) URL");
    }

    private TestContext context() {
        return TestContext.in(folder).withTask("auth").withTime(ManualTime.start());
    }

    private static OAuth2Parameters bound(String token) throws ParameterException {
        return ParameterList.bind(
                OAuth2Parameters.class,
                Map.of(
                        "oauth_grant_type", RawValue.of("prefetched_token"),
                        "oauth_access_token", RawValue.of(token)));
    }

    private Entity executed(String token, TestContext context) throws Exception {
        var output = (Output.Stream) operator.execute(bound(token), Inputs.none(), context);
        try (var entities = output.entities()) {
            return Objects.requireNonNull(entities.next());
        }
    }
}
