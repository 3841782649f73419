package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ReceivedProof;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are bound to a key (RFC 9449). */
final class PossessionTest extends ServiceCase {

    private static final String USE_NONCE = "DPoP error=\"use_dpop_nonce\", error_description=\"nonce is required\"";
    private static final String INVALID = "DPoP error=\"invalid_token\", error_description=\"expired\", algs=\"ES256\"";

    private final DpopKey key = DpopKey.generate();
    private final AccessToken bound = bound("t-1");

    @Test
    void ask_boundToken_goesAlongWithAProofOfItsKey() throws Exception {
        server.answer(text("fine"));

        new Caller(calls(), bound, context().withTime(ManualTime.start()))
                .ask(get("/a?b=c"))
                .close();

        RecordedRequest request = server.request();
        ReceivedProof proof = ReceivedProof.in(request);
        assertThat(authorization(request)).isEqualTo("DPoP t-1");
        assertThat(proof.verified()).isTrue();
        assertThat(proof.thumbprint()).isEqualTo(key.thumbprint());
        assertThat(proof.claims()).containsOnlyKeys("jti", "htm", "htu", "iat", "ath");
        assertThat(proof.claims())
                .containsEntry("htm", "GET")
                .containsEntry("htu", server.url("/a").toString())
                .containsEntry("iat", "1767225600")
                .containsEntry("ath", ReceivedProof.hash("t-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "N_A"})
    void ask_tokenThatIsNotBound_hasNoProof(String type) throws Exception {
        server.answer(text("fine"));
        var both = new AccessToken(token("t-1"), new TokenBinding(type, Optional.of(key.secret())));

        new Caller(calls(), both, context()).ask(get("/a")).close();

        assertThat(authorizations()).containsExactly("Bearer t-1");
        assertThat(server.request().headers().contains("DPoP")).isFalse();
    }

    @Test
    void ask_triedAgain_hasAnotherProof() throws Exception {
        server.answer(Answer.status(503), text("fine"));

        new Caller(calls(), bound, context().withTime(ManualTime.start()))
                .ask(get("/a"))
                .close();

        assertThat(claims("jti")).hasSize(2).doesNotHaveDuplicates();
        assertThat(claims("iat").get(1)).isGreaterThanOrEqualTo(claims("iat").get(0));
    }

    @Test
    void ask_redirectedWithinTheOrigin_provesTheOtherUrl() throws Exception {
        server.answer(Answer.redirect(302, "/b?c"), text("fine"));

        new Caller(calls(), bound, context()).ask(redirected("/a")).close();

        assertThat(claims("htu"))
                .containsExactly(server.url("/a").toString(), server.url("/b").toString());
        assertThat(claims("jti")).doesNotHaveDuplicates();
    }

    @Test
    void ask_redirectedToAnotherOrigin_leavesTheProofBehind() throws Exception {
        try (var abroad = ScriptedServer.start()) {
            abroad.answer(text("fine"));
            server.answer(Answer.redirect(302, abroad.url("/b").toString()));

            new Caller(calls(), bound, context()).ask(redirected("/a")).close();

            assertThat(abroad.request().headers().contains("DPoP")).isFalse();
            assertThat(abroad.request().headers().contains("Authorization")).isFalse();
        }
    }

    @Test
    void ask_nonceWanted_sendsItAtOnceAndFromThenOn() throws Exception {
        server.answer(nonce(USE_NONCE, "n-1"), text("1"), text("2").with("DPoP-Nonce", "n-2"), text("3"));
        TestContext context = context().withTime(ManualTime.blocking());
        var caller = new Caller(calls("attempts", "1"), bound, context);

        caller.ask(get("/a")).close();
        caller.ask(get("/a")).close();
        new Caller(calls(), bound, context).ask(get("/b")).close();

        assertThat(claims("nonce")).containsExactly("none", "n-1", "n-1", "n-2");
        assertThat(claims("jti")).doesNotHaveDuplicates();
    }

    @Test
    void ask_nonceWantedForAPost_sendsItAgainSinceItWasNotProcessed() throws Exception {
        server.answer(nonce(USE_NONCE, "n-1"), text("fine"));

        new Caller(calls(), bound, context()).ask(post("/a")).close();

        assertThat(claims("nonce")).containsExactly("none", "n-1");
        assertThat(claims("htm")).containsExactly("POST", "POST");
    }

    @Test
    void ask_nonceWantedBesideAnotherScheme_isSent() throws Exception {
        server.answer(nonce("Bearer error=\"invalid_request\", " + USE_NONCE, "n-1"), text("fine"));

        new Caller(calls(), bound, context()).ask(get("/a")).close();

        assertThat(claims("nonce")).containsExactly("none", "n-1");
    }

    @Test
    void ask_sameNonceRefused_failsAndDoesNotRenew() throws Exception {
        server.answer(nonce(USE_NONCE, "n-1"), nonce(USE_NONCE, "n-1"));
        TestContext context = context().withRenewal((parameter, refused) -> token("t-2"));
        var caller = new Caller(calls(), bound, context);

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isInstanceOf(EntityException.class)
                .hasMessage("GET " + server.url("/a") + " answered 401 (use_dpop_nonce: nonce is required)");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void ask_nonceWantedOfABearerToken_isARefusal() throws Exception {
        server.answer(nonce(USE_NONCE, "n-1"));
        var caller = new Caller(calls(), AccessToken.bearer(token("t-1")), context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .hasMessage("GET " + server.url("/a")
                        + " answered 401 (use_dpop_nonce: nonce is required); the service wants"
                        + " a token that is bound to a key (DPoP): set oauth_dpop in the task that gets it");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {INVALID, "DPoP algs=\"ES256\"", "Bearer, DPoP algs=\"ES256\"", "Bearer error=\"invalid_token\""})
    void ask_boundTokenRefused_goesOnWithItsSuccessorAndTheSameKey(String challenge) throws Exception {
        server.answer(refused(challenge), text("fine"));
        TestContext context = context().withRenewal((parameter, refused) -> token("t-2"));

        Answered answered = new Caller(calls(), bound, context).ask(get("/a"));

        assertThat(body(answered)).isEqualTo("fine");
        assertThat(authorizations()).containsExactly("DPoP t-1", "DPoP t-2");
        assertThat(claims("ath")).containsExactly(ReceivedProof.hash("t-1"), ReceivedProof.hash("t-2"));
        assertThat(proofs()).allMatch(proof -> proof.thumbprint().equals(key.thumbprint()));
    }

    @Test
    void ask_proofRefused_isNotRepeated() throws Exception {
        server.answer(refused("DPoP error=\"invalid_dpop_proof\", error_description=\"too old\""));
        TestContext context = context().withRenewal((parameter, refused) -> token("t-2"));
        var caller = new Caller(calls(), bound, context);

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .hasMessage("GET " + server.url("/a") + " answered 401 (invalid_dpop_proof: too old)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void ask_serviceThatKnowsBearerTokensOnly_isNamed() throws Exception {
        server.answer(refused("Bearer realm=\"api\""));
        var caller = new Caller(calls(), bound, context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .hasMessageEndingWith("; the token is bound to a key (DPoP), and the service knows bearer tokens only");
    }

    @ParameterizedTest
    @CsvSource({"DPoP,", "dpop, ''"})
    void ask_keyThatIsMissing_isNamedBeforeAnythingIsSent(String type, String jwk) throws Exception {
        var lost = new AccessToken(
                token("t-1"), new TokenBinding(type, Optional.ofNullable(jwk).map(Secret::of)));
        var caller = new Caller(calls("on_error", "skip"), lost, context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isInstanceOf(OperatorException.class)
                .isNotInstanceOf(EntityException.class)
                .hasMessage("oauth_access_token is bound to a key (DPoP), and oauth_dpop_key is missing; it has to be"
                        + " delivered along with the token");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void ask_keyThatIsNone_isRefusedWithoutShowingIt() throws Exception {
        var caller =
                new Caller(calls(), new AccessToken(token("t-1"), new TokenBinding("", token("k3y-t3xt"))), context());

        assertThatThrownBy(() -> caller.ask(get("/a"))).hasMessage("oauth_dpop_key is not a JWK (RFC 7517)");
    }

    @Test
    void ask_headerOfTheSameName_isAFault() throws Exception {
        var caller = new Caller(calls(), bound, context());

        assertThatThrownBy(() -> caller.ask(
                        () -> Request.of("GET", server.url("/a"), Headers.none().with("dpop", "x"))))
                .hasMessage("headers has 'DPoP', which is made from oauth_dpop_key; leave it out");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void ask_echoOfTheKey_isRedacted() throws Exception {
        String d = ReceivedProof.json(key.secret().reveal()).getOrDefault("d", "");
        server.answer(Answer.of(400, "text/plain", "you sent " + d));
        var caller = new Caller(calls(), bound, context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .hasMessage("GET " + server.url("/a") + " answered 400: you sent ***");
    }

    @Test
    void type_thatNobodyKnows_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenBinding("mac", Optional.empty()))
                .withMessage("oauth_token_type 'mac' is neither Bearer nor DPoP");
    }

    private AccessToken bound(String token) {
        return new AccessToken(token(token), new TokenBinding("DPoP", Optional.of(key.secret())));
    }

    private static Answer nonce(String challenge, String nonce) {
        return refused(challenge).with("DPoP-Nonce", nonce);
    }

    private Call redirected(String path) {
        return new Call() {
            @Override
            public Request request() {
                return Request.of("GET", server.url(path), Headers.none());
            }

            @Override
            public int redirects() {
                return 5;
            }
        };
    }

    private List<ReceivedProof> proofs() {
        return server.requests().stream().map(ReceivedProof::in).toList();
    }

    private List<String> claims(String name) {
        return proofs().stream()
                .map(proof -> proof.claims().getOrDefault(name, "none"))
                .toList();
    }
}
