package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.MalformedAnswerException;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ReceivedProof;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are bound to a key (RFC 9449). */
final class DpopTokenTest {

    private static final Answer BOUND = granted("DPoP");

    private final DpopKey key = DpopKey.generate();

    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "dpop", " DPOP "})
    void token_bound_isOfTheTypeAndKnowsItsKey(String type) throws Exception {
        try (var idp = AuthorizationServer.answering(granted(type))) {
            AccessToken token = fetch(idp);

            assertThat(token.tokenType()).isEqualTo("DPoP");
            assertThat(token.authorization().reveal()).isEqualTo("DPoP t-1");
            assertThat(token.dpopKey()).containsSame(key);
            assertThat(token.warnings()).isEmpty();
        }
    }

    @Test
    void request_withAKey_provesItsPossession() throws Exception {
        try (var idp = AuthorizationServer.answering(BOUND)) {
            fetch(idp);

            ReceivedProof proof = ReceivedProof.in(idp.server().request());
            assertThat(proof.verified()).isTrue();
            assertThat(proof.thumbprint()).isEqualTo(key.thumbprint());
            assertThat(proof.claims()).containsOnlyKeys("jti", "htm", "htu", "iat");
            assertThat(proof.claims())
                    .containsEntry("htm", "POST")
                    .containsEntry("htu", idp.endpoint().toString())
                    .containsEntry("iat", "1767225600");
            assertThat(idp.sent().get(0).headers()).contains(new SentRequest.Field("DPoP", "***"));
        }
    }

    @Test
    void request_withoutAKey_hasNoProof() throws Exception {
        try (var idp = AuthorizationServer.answering(granted("Bearer"))) {
            AccessToken token = idp.fetch();

            assertThat(idp.server().request().headers().contains("DPoP")).isFalse();
            assertThat(token.dpopKey()).isEmpty();
        }
    }

    @Test
    void token_bearerForAProof_isAcceptedWithAWarning() throws Exception {
        try (var idp = AuthorizationServer.answering(granted("Bearer"))) {
            AccessToken token = fetch(idp);

            assertThat(token.tokenType()).isEqualTo("Bearer");
            assertThat(token.dpopKey()).isEmpty();
            assertThat(token.warnings())
                    .containsExactly(
                            "the token is not bound to the key: the server took no notice of the proof and gave"
                                    + " a Bearer token (RFC 9449 §5)");
        }
    }

    @Test
    void token_boundWithoutAProof_isRefused() throws Exception {
        try (var idp = AuthorizationServer.answering(BOUND)) {
            var error = catchThrowableOfType(MalformedAnswerException.class, idp::fetch);

            assertThat(error)
                    .hasMessageContaining("token_type 'DPoP' binds the token to a proof, and this request had none");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void nonce_wanted_isSentAtOnceAndIsNoAttempt(int status) throws Exception {
        try (var idp = AuthorizationServer.answering(useNonce(status, "n-1"), BOUND)) {
            TokenClient client = idp.client(new RetryPolicy(1, Duration.ofSeconds(60), Duration.ofSeconds(1)));

            AccessToken token = client.fetch(request(idp));

            assertThat(token.value().reveal()).isEqualTo("t-1");
            assertThat(claims(idp, "nonce")).containsExactly("none", "n-1");
            assertThat(claims(idp, "jti")).doesNotHaveDuplicates();
            assertThat(idp.retries()).isEmpty();
            assertThat(idp.time().sleeps()).isEmpty();
        }
    }

    @Test
    void nonce_ofAnyAnswer_isRememberedByTheClient() throws Exception {
        try (var idp = AuthorizationServer.answering(
                useNonce(400, "n-1"),
                BOUND.with("DPoP-Nonce", "n-2"),
                BOUND,
                Answer.status(503).with("DPoP-Nonce", "n-3"),
                BOUND)) {
            TokenClient client = idp.client();
            client.fetch(request(idp));
            client.fetch(request(idp));
            client.fetch(request(idp));

            assertThat(claims(idp, "nonce")).containsExactly("none", "n-1", "n-2", "n-2", "n-3");
            assertThat(claims(idp, "jti")).doesNotHaveDuplicates();
        }
    }

    @Test
    void nonce_refusedAlthoughItWasShown_isAnError() throws Exception {
        try (var idp = AuthorizationServer.answering(useNonce(400, "n-1"), useNonce(400, "n-1"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, () -> fetch(idp));

            assertThat(error)
                    .hasMessage(
                            idp.attempted() + "HTTP 400 use_dpop_nonce: wanted; the server wants another DPoP nonce,"
                                    + " and gave none that helps (RFC 9449 §8)");
            assertThat(error.attempts()).isEqualTo(2);
        }
    }

    @Test
    void nonce_wantedWithoutBeingGiven_isAnError() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(400, "use_dpop_nonce", "wanted"))) {
            var error = catchThrowableOfType(TokenException.class, () -> fetch(idp));

            assertThat(error).isInstanceOf(RequestRefusedException.class);
            assertThat(idp.server().requests()).hasSize(1);
        }
    }

    @Test
    void nonce_wantedWithoutAKey_isAnErrorThatNamesDpop() throws Exception {
        try (var idp = AuthorizationServer.answering(useNonce(400, "n-1"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error).hasMessageEndingWith("; the server wants the token bound to a key (DPoP, RFC 9449)");
        }
    }

    @Test
    void proof_refused_hintsAtTheClock() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(400, "invalid_dpop_proof", "too old"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, () -> fetch(idp));

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP 400 invalid_dpop_proof: too old; the server does not accept the"
                            + " DPoP proof: check this machine's clock, and that the URL asked is the one the server"
                            + " knows as its own");
        }
    }

    @Test
    void cache_requestsWithDifferentKeys_doNotShareATokenAndRenewalsKeepTheirKey() throws Exception {
        try (var idp = AuthorizationServer.answering(BOUND, BOUND, granted("Bearer"), BOUND)) {
            TokenRequest other =
                    idp.clientCredentials().dpopKey(DpopKey.generate()).build();
            var source = idp.cache().source(idp.client(), request(idp));
            AccessToken first = source.token();
            idp.cache().source(idp.client(), other).token();
            idp.source().token();
            idp.cache().source(idp.client(), request(idp)).token();

            source.renew(first.value());

            List<String> thumbprints = idp.server().requests().stream()
                    .map(request -> request.headers().contains("DPoP")
                            ? ReceivedProof.in(request).thumbprint()
                            : "none")
                    .toList();
            assertThat(thumbprints).hasSize(4);
            assertThat(thumbprints.get(0)).isEqualTo(key.thumbprint());
            assertThat(thumbprints.get(1)).isNotEqualTo(key.thumbprint());
            assertThat(thumbprints.get(2)).isEqualTo("none");
            assertThat(thumbprints.get(3)).isEqualTo(key.thumbprint());
        }
    }

    private TokenRequest request(AuthorizationServer idp) throws TokenException {
        return idp.clientCredentials().dpopKey(key).build();
    }

    private AccessToken fetch(AuthorizationServer idp) throws TokenException, InterruptedException {
        return idp.client().fetch(request(idp));
    }

    private static Answer granted(String type) {
        return Answer.json(200, "{\"access_token\":\"t-1\",\"token_type\":\"" + type + "\",\"expires_in\":300}");
    }

    private static Answer useNonce(int status, String nonce) {
        return Answer.error(status, "use_dpop_nonce", "wanted").with("DPoP-Nonce", nonce);
    }

    private static List<String> claims(AuthorizationServer idp, String name) {
        return idp.server().requests().stream()
                .map(request -> ReceivedProof.in(request).claims().getOrDefault(name, "none"))
                .toList();
    }
}
