package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ReceivedProof;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are bound to a key (RFC 9449): what is sent. */
final class PossessionTest extends BoundTokenCase {

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
}
