package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.JwtBearer;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenServerException;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The refresh token that a server gives with a user's token takes the place of the grant. */
final class UserRenewalTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final Rotation rotation = new Rotation();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void rotate() {
        idp.server().otherwise(rotation);
    }

    @AfterEach
    void close() {
        idp.close();
        threads.shutdownNow();
    }

    private TokenSource user() throws Exception {
        return idp.cache().source(idp.client(), idp.password().scope("a").build());
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }

    private String renewed(TokenSource source) throws Exception {
        idp.time().advance(LIFE);
        return text(source);
    }

    private List<String> bodies() {
        return idp.server().requests().stream().map(request -> request.body()).toList();
    }

    @Test
    void password_ofAUser_isSentOnceAndRenewalsNameNoScope() throws Exception {
        TokenSource source = user();

        var tokens = List.of(text(source), renewed(source), renewed(source));

        assertThat(tokens).containsExactly("t-1", "t-2", "t-3");
        assertThat(bodies())
                .containsExactly(
                        "grant_type=password&client_id=orders&username=ada&password=battery+staple&scope=a",
                        "grant_type=refresh_token&client_id=orders&refresh_token=r-1",
                        "grant_type=refresh_token&client_id=orders&refresh_token=r-2");
        assertThat(source.token().scopes()).containsExactly("a");
    }

    @Test
    void refreshToken_refused_isFollowedByThePasswordOnce() throws Exception {
        TokenSource source = user();
        source.token();
        rotation.revoke();

        String renewed = renewed(source);
        String next = renewed(source);

        assertThat(renewed).isEqualTo("t-2");
        assertThat(next).isEqualTo("t-3");
        assertThat(rotation.rows()).isEqualTo(2);
        assertThat(idp.server().requests()).hasSize(4);
        assertThat(idp.retries())
                .containsExactly("no token from " + idp.endpoint() + " (grant refresh_token, client 'orders'): HTTP 400"
                        + " invalid_grant: reused; the refresh token has expired, was revoked, was used before or is"
                        + " another client's: get a new one; next by the grant password");
    }

    @Test
    void refreshToken_andPasswordRefused_areAskedForOnceEach() throws Exception {
        TokenSource source = user();
        source.token();
        idp.server().otherwise(request -> Answer.error(400, "invalid_grant", "no"));
        idp.time().advance(LIFE);

        assertThatExceptionOfType(CredentialsRefusedException.class).isThrownBy(source::token);

        assertThat(idp.server().requests()).hasSize(3);
    }

    @Test
    void refreshToken_whoseClientIsRefused_isKept() throws Exception {
        TokenSource source = user();
        source.token();
        idp.server().answer(Answer.error(401, "invalid_client", "no"));
        idp.time().advance(LIFE);

        assertThatExceptionOfType(CredentialsRefusedException.class).isThrownBy(source::token);
        String later = text(source);

        assertThat(later).isEqualTo("t-2");
        assertThat(rotation.rows()).isEqualTo(1);
        assertThat(idp.server().requests()).hasSize(3);
    }

    @Test
    void answer_lost_isFollowedByThePasswordAndNotByTheSameRefreshToken() throws Exception {
        TokenSource source = user();
        source.token();
        idp.server().answer(Answer.hangUp());

        assertThat(renewed(source)).isEqualTo("t-2");
        assertThat(rotation.rows()).isEqualTo(2);
        assertThat(rotation.isRevoked()).isFalse();
    }

    @Test
    void server_overloaded_keepsTheRefreshToken() throws Exception {
        TokenSource source = user();
        source.token();
        idp.server().answer(Answer.status(503), Answer.status(503), Answer.status(503), Answer.status(503));
        idp.time().advance(LIFE);

        assertThatExceptionOfType(TokenServerException.class).isThrownBy(source::token);

        assertThat(text(source)).isEqualTo("t-2");
        assertThat(rotation.rows()).isEqualTo(1);
    }

    @Test
    void callers_manyAtOnceAfterARefusal_useEachRefreshTokenOnce() throws Exception {
        TokenSource source = user();
        String held = text(source);
        for (int round = 2; round <= 20; round++) {
            Secret refused = Secret.of(held);
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < 64; i++) {
                calls.add(() -> source.renew(refused).value().reveal());
            }

            for (Future<String> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo("t-" + round);
            }
            held = "t-" + round;
        }

        assertThat(rotation.isRevoked()).isFalse();
        assertThat(rotation.rows()).isEqualTo(1);
    }

    @Test
    void clientCredentials_withARefreshToken_neverUseIt() throws Exception {
        TokenSource source = idp.source();

        var tokens = List.of(text(source), renewed(source));

        assertThat(tokens).containsExactly("t-1", "t-2");
        assertThat(rotation.rows()).isEqualTo(2);
    }

    @Test
    void assertionAndExchange_withARefreshToken_useIt() throws Exception {
        var server = dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint());
        TokenSource bearer = idp.cache()
                .source(
                        idp.client(),
                        TokenRequest.of(server, new JwtBearer.Given(Secret.of("a.b.c")), "")
                                .build());
        TokenSource exchange = idp.cache()
                .source(
                        idp.client(),
                        TokenRequest.of(
                                        server,
                                        new TokenExchangeGrant(
                                                new TypedToken(Secret.of("s"), TypedToken.ACCESS_TOKEN),
                                                Optional.empty(),
                                                Optional.empty()),
                                        "orders")
                                .build());

        List<String> ofBearer = List.of(text(bearer), renewed(bearer));
        List<String> ofExchange = List.of(text(exchange), renewed(exchange));

        assertThat(ofBearer).containsExactly("t-1", "t-2");
        assertThat(ofExchange).containsExactly("t-3", "t-4");
        assertThat(bodies().get(0))
                .isEqualTo("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c");
        assertThat(bodies().get(1)).isEqualTo("grant_type=refresh_token&refresh_token=r-1");
        assertThat(rotation.rows()).isEqualTo(2);
    }
}
