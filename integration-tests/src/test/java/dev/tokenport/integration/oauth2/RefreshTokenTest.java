package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The grant {@code refresh_token}: a token that the server replaces is used once, whatever happens. */
final class RefreshTokenTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        idp.close();
        threads.shutdownNow();
    }

    private TokenRequestBuilder request(String refreshToken) {
        return TokenRequest.of(
                dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()),
                new Grant.RefreshToken(Secret.of(refreshToken)),
                "orders");
    }

    private TokenSource source(String refreshToken) throws TokenException {
        return idp.cache().source(idp.client(), request(refreshToken).build());
    }

    private void rotate() {
        idp.server().otherwise(new Rotation());
    }

    private List<String> bodies() {
        return idp.server().requests().stream().map(request -> request.body()).toList();
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }

    @Test
    void request_ofAPublicClient_hasGrantClientTokenAndScope() throws Exception {
        rotate();

        idp.client().fetch(request("r-0").scope("a b").build());

        assertThat(bodies()).containsExactly("grant_type=refresh_token&client_id=orders&refresh_token=r-0&scope=a+b");
    }

    @Test
    void tokens_renewedSeveralTimes_useEachRefreshTokenOnce() throws Exception {
        rotate();
        TokenSource source = source("r-0");

        var tokens = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            tokens.add(text(source));
            idp.time().advance(LIFE);
        }

        assertThat(tokens).containsExactly("t-1", "t-2", "t-3", "t-4");
    }

    @Test
    void token_refusedByAService_isRenewedWithTheLatestRefreshToken() throws Exception {
        rotate();
        TokenSource source = source("r-0");
        source.token();

        String renewed = source.renew(Secret.of("t-1")).value().reveal();
        String again = source.renew(Secret.of("t-1")).value().reveal();

        assertThat(renewed).isEqualTo("t-2");
        assertThat(again).isEqualTo("t-2");
        assertThat(idp.server().requests()).hasSize(2);
    }

    @Test
    void callers_manyAtOnceOverManyRenewals_useEachRefreshTokenOnce() throws Exception {
        rotate();
        TokenSource source = source("r-0");
        String first = text(source);
        String refused = first;
        for (int round = 2; round <= 20; round++) {
            Secret old = Secret.of(refused);
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> source.renew(old).value().reveal());
            }

            for (Future<String> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo("t-" + round);
            }
            refused = "t-" + round;
        }

        assertThat(idp.server().requests()).hasSize(20);
    }

    @Test
    void requests_thatDifferWithOneRefreshToken_useItOnceAndItsSuccessorNext() throws Exception {
        rotate();
        var sources = new ArrayList<TokenSource>();
        for (int i = 0; i < 16; i++) {
            sources.add(idp.cache()
                    .source(idp.client(), request("r-0").scope("s" + i).build()));
        }
        var calls = new ArrayList<Callable<String>>();
        sources.forEach(source -> calls.add(() -> text(source)));

        var tokens = new ArrayList<String>();
        for (Future<String> call : threads.invokeAll(calls)) {
            tokens.add(call.get());
        }

        assertThat(tokens).doesNotHaveDuplicates().hasSize(16);
        assertThat(idp.server().requests()).hasSize(16);
    }

    @Test
    void refusal_ofTheRefreshToken_namesItAndIsAskedForOnce() throws Exception {
        idp.server().otherwise(request -> Answer.error(400, "invalid_grant", "Token is not active"));

        var refused = catchThrowableOfType(CredentialsRefusedException.class, () -> text(source("r-0")));

        assertThat(refused)
                .hasMessage("no token from " + idp.endpoint() + " (grant refresh_token, client 'orders'): HTTP 400"
                        + " invalid_grant: Token is not active; the refresh token has expired, was revoked, was used"
                        + " before or is another client's: get a new one");
        assertThat(idp.server().requests()).hasSize(1);
    }

    @Test
    void secret_thatChanges_beginsAnew() throws Exception {
        rotate();
        var given = new AtomicInteger();
        TokenRequest request = TokenRequest.of(
                        dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()),
                        new Grant.RefreshToken(Secret.from("test", () -> "r-" + given.get())),
                        "orders")
                .build();
        TokenSource source = idp.cache().source(idp.client(), request);
        source.token();
        idp.time().advance(LIFE);
        source.token();
        idp.time().advance(LIFE);
        given.set(2);

        assertThat(text(source)).isEqualTo("t-3");
    }

    @Test
    void newRefreshToken_withoutAFile_isWarnedOf() throws Exception {
        rotate();

        var token = idp.client().fetch(request("r-0").build());

        assertThat(token.warnings())
                .containsExactly("the server gave a new refresh token, which is lost in the end: where it replaces the"
                        + " one that was given, keep it in a file");
        assertThat(token.refreshToken().orElseThrow().reveal()).isEqualTo("r-1");
        assertThat(idp.redactor().redact("r-0 r-1 of t-1")).doesNotContain("t-1");
    }
}
