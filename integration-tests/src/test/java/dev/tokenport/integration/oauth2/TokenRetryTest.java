package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenServerException;
import dev.tokenport.oauth2.TokenTransportException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenRetryTest {

    private static final Answer GOOD = Answer.token("t-1", Duration.ofMinutes(5));

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void status_thatMayGetBetter_isRetried(int status) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(status), GOOD)) {
            assertThat(idp.fetch().value().reveal()).isEqualTo("t-1");
            assertThat(idp.retries()).hasSize(1);
            assertThat(idp.retries().get(0)).startsWith("attempt 1 of 4: HTTP " + status + "; next in 0.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 501, 505})
    void status_thatWillNot_isNotRetried(int status) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(status), GOOD)) {
            var error = catchThrowableOfType(TokenException.class, idp::fetch);

            assertThat(error.attempts()).isEqualTo(1);
            assertThat(idp.server().requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_request",
                "invalid_client",
                "invalid_grant",
                "unauthorized_client",
                "unsupported_grant_type",
                "invalid_scope"
            })
    void verdict_ofTheServer_isNeverRetriedWhateverTheStatus(String code) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(503, code, "no"), GOOD)) {
            var error = catchThrowableOfType(TokenException.class, idp::fetch);

            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error.worthRetrying()).isFalse();
        }
    }

    @Test
    void connection_broken_isRetried() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.hangUp(), GOOD)) {
            assertThat(idp.fetch().value().reveal()).isEqualTo("t-1");
            assertThat(idp.server().requests()).hasSize(2);
        }
    }

    @Test
    void attempts_usedUp_areTold() throws Exception {
        try (var idp = AuthorizationServer.answering()) {
            idp.server().otherwise(request -> Answer.status(502));

            var error = catchThrowableOfType(TokenServerException.class, idp::fetch);

            assertThat(error).hasMessage(idp.attempted() + "HTTP 502; after 4 attempts");
            assertThat(error.attempts()).isEqualTo(4);
            assertThat(idp.server().requests()).hasSize(4);
        }
    }

    @Test
    void delays_betweenAttempts_doubleWithUpToHalfOnTop() throws Exception {
        try (var idp = AuthorizationServer.answering()) {
            idp.server().otherwise(request -> Answer.status(502));

            assertThatThrownBy(idp::fetch).isInstanceOf(TokenServerException.class);

            var sleeps = idp.time().sleeps();
            assertThat(sleeps).hasSize(3);
            assertThat(sleeps.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
            assertThat(sleeps.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
            assertThat(sleeps.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | 7000 | 7250", "Thu, 01 Jan 2026 00:00:09 GMT | 9000 | 9250", "soon | 500 | 750"})
    void retryAfter_inBothForms_isAMinimumAndNonsenseIsIgnored(String value, long least, long most) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(503).with("Retry-After", value), GOOD)) {
            idp.fetch();

            assertThat(idp.time().sleeps().get(0)).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
        }
    }

    @Test
    void retryAfter_beyondTheDeadline_failsAtOnceAndSaysSo() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(429).with("Retry-After", "120"), GOOD)) {
            var error = catchThrowableOfType(TokenServerException.class, idp::fetch);

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP 429; the server asks to wait 120 s (Retry-After),"
                            + " which is beyond the limit of 60 s in all");
            assertThat(idp.time().sleeps()).isEmpty();
        }
    }

    @Test
    void expiry_afterARetry_countsFromTheLastRequest() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(503).with("Retry-After", "7"), GOOD)) {
            var token = idp.fetch();

            Duration waited = idp.time().sleeps().get(0);
            assertThat(token.expiresAt())
                    .isEqualTo(ManualTime.START.plus(waited).plusSeconds(300));
        }
    }

    @Test
    void dripping_body_isCoveredByTheDeadline() throws Exception {
        try (var idp = AuthorizationServer.answering(GOOD.dripping(Duration.ofMillis(200)))) {
            TokenClient client = TokenClient.over(Transports.direct().with(TransportOptions.DEFAULT))
                    .retry(new RetryPolicy(1, Duration.ofSeconds(1), Duration.ZERO))
                    .build();
            TokenRequest request = idp.clientCredentials().build();

            var error = catchThrowableOfType(TokenException.class, () -> client.fetch(request));

            assertThat(error).isInstanceOf(TokenTransportException.class);
        }
    }

    @Test
    void wait_interrupted_stopsAtOnceAndKeepsTheFlag() throws Exception {
        ManualTime time = ManualTime.blocking();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (var idp = AuthorizationServer.answering(Answer.status(503))) {
            TokenClient client = idp.clientBuilder().time(time).build();
            TokenRequest request = idp.clientCredentials().build();
            var flag = new CompletableFuture<Boolean>();
            threads.execute(() -> {
                assertThatThrownBy(() -> client.fetch(request)).isInstanceOf(InterruptedException.class);
                flag.complete(Thread.currentThread().isInterrupted());
            });
            time.awaitSleepers(1);

            threads.shutdownNow();

            assertThat(flag.get()).isTrue();
            assertThat(idp.server().requests()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void credentials_refusedAfterARetry_countBothAttempts() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(503), Answer.error(401, "invalid_client", "no"))) {
            var error = catchThrowableOfType(CredentialsRefusedException.class, idp::fetch);

            assertThat(error.attempts()).isEqualTo(2);
        }
    }
}
