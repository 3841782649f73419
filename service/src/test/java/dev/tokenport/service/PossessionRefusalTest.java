package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ReceivedProof;
import dev.tokenport.testkit.TestContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are bound to a key (RFC 9449): what services and the operator refuse. */
final class PossessionRefusalTest extends BoundTokenCase {

    private static final String INVALID = "DPoP error=\"invalid_token\", error_description=\"expired\", algs=\"ES256\"";

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
}
