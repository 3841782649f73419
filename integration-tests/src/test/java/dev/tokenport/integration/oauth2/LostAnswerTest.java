package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.oauth2.TokenTransportException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RefusingPort;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with a refresh token whose answer does not arrive: it is sent once if it may have been processed. */
final class LostAnswerTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        idp.close();
        threads.shutdownNow();
    }

    private TokenRequestBuilder request(String refreshToken) {
        return request(idp.endpoint(), refreshToken);
    }

    private static TokenRequestBuilder request(URI endpoint, String refreshToken) {
        return TokenRequest.of(
                dev.tokenport.oauth2.AuthorizationServer.at(endpoint),
                new Grant.RefreshToken(Secret.of(refreshToken)),
                "orders");
    }

    private TokenSource source(String refreshToken) throws TokenException {
        return idp.cache().source(idp.client(), request(refreshToken).build());
    }

    private List<String> bodies() {
        return idp.server().requests().stream().map(request -> request.body()).toList();
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }

    @Test
    void answer_lost_meansThatTheRefreshTokenIsNotSentAgain() throws Exception {
        idp.server().otherwise(request -> Answer.hangUp());
        TokenSource source = source("r-0");

        var lost = catchThrowableOfType(TokenTransportException.class, source::token);
        var later = catchThrowableOfType(CredentialsRefusedException.class, source::token);

        assertThat(lost)
                .hasMessageStartingWith("no token from " + idp.endpoint() + " (grant refresh_token, client 'orders'): ")
                .hasMessageEndingWith("; the server may have replaced the refresh token, so it is not sent again");
        assertThat(lost.worthRetrying()).isFalse();
        assertThat(later)
                .hasMessage("no token from " + idp.endpoint() + " (grant refresh_token, client 'orders'): the refresh"
                        + " token was sent before, and its answer was lost; the server may have replaced it, so it is"
                        + " not sent again: get a new one");
        assertThat(idp.server().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void answer_ofAServerThatMayHaveProcessedIt_isNotAskedForAgain(int status) throws Exception {
        idp.server().otherwise(request -> Answer.status(status));
        TokenSource source = source("r-0");

        var failure = catchThrowableOfType(TokenException.class, source::token);

        assertThat(failure)
                .hasMessageEndingWith(
                        "HTTP " + status + "; the server may have replaced the refresh token, so it is not sent again");
        assertThat(failure.worthRetrying()).isFalse();
        assertThat(idp.server().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503})
    void answer_ofAServerThatDidNotProcessIt_isAskedForAgain(int status) throws Exception {
        idp.server().answer(Answer.status(status), Rotation.answer(1));

        assertThat(text(source("r-0"))).isEqualTo("t-1");
        assertThat(idp.server().requests()).hasSize(2);
    }

    @Test
    void answer_broken_meansThatTheRefreshTokenIsNotSentAgain() throws Exception {
        idp.server().otherwise(request -> Answer.json(200, "{\"access_token\":\"t-1\",\"refresh_tok"));
        TokenSource source = source("r-0");

        var broken = catchThrowableOfType(TokenException.class, source::token);
        assertThatExceptionOfType(CredentialsRefusedException.class).isThrownBy(source::token);

        assertThat(broken)
                .hasMessageEndingWith("; the server may have replaced the refresh token, so it is not sent again");
        assertThat(idp.server().requests()).hasSize(1);
    }

    @Test
    void refreshToken_thatTheServerDoesNotReplace_isSentAgainWhenAnAnswerIsLost() throws Exception {
        idp.server().answer(Answer.token("t-1", LIFE), Answer.hangUp(), Answer.token("t-2", LIFE));
        TokenSource source = source("r-0");
        source.token();
        idp.time().advance(LIFE);

        assertThat(text(source)).isEqualTo("t-2");
        assertThat(bodies())
                .containsOnly("grant_type=refresh_token&client_id=orders&refresh_token=r-0")
                .hasSize(3);
    }

    @Test
    void caller_interruptedWhileTheServerAnswers_leavesNobodyToSendItAgain() throws Exception {
        var gate = new CountDownLatch(1);
        idp.server().otherwise(request -> Rotation.answer(1).heldBy(gate));
        TokenSource source = source("r-0");
        Future<String> leader = threads.submit(() -> text(source));
        while (idp.server().requests().isEmpty()) {
            Thread.onSpinWait();
        }
        Future<TokenException> waiting =
                threads.submit(() -> catchThrowableOfType(TokenException.class, source::token));

        leader.cancel(true);

        assertThat(waiting.get())
                .isInstanceOf(CredentialsRefusedException.class)
                .hasMessageContaining("was sent before, and its answer was lost");
        assertThat(idp.server().requests()).hasSize(1);
        gate.countDown();
    }

    @Test
    void connection_refused_isTriedAgain() throws Exception {
        var policy = new RetryPolicy(3, Duration.ofSeconds(20), Duration.ofMillis(1));
        try (var gone = RefusingPort.open()) {
            TokenRequest request = request(gone.url("/token"), "r-0").build();

            var refused = catchThrowableOfType(
                    TokenTransportException.class, () -> idp.client(policy).fetch(request));

            assertThat(refused.attempts()).isEqualTo(3);
            assertThat(refused).hasMessageNotContaining("not sent again");
        }
    }
}
