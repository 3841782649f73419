package dev.tokenport.integration.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.jose.DpopNonces;
import dev.tokenport.jose.DpopProofs;
import dev.tokenport.testkit.ReceivedProof;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DpopProofsTest {

    private static final URI URL = URI.create("https://idp.example.org/token");
    private static final Request REQUEST = Request.of("POST", URL, Headers.none());

    private final DpopNonces nonces = new DpopNonces();
    private final DpopProofs proofs = new DpopProofs(DpopKey.generate(), nonces);

    @Test
    void nonce_thatIsWanted_isShownInTheNextProofAndThoseOfOthers() {
        assertThat(nonce()).isEmpty();

        boolean again = proofs.wantsAnother(URL, with("n-1"), true);

        assertThat(again).isTrue();
        assertThat(nonce()).contains("n-1");
        assertThat(nonces.of(URI.create("HTTPS://IDP.example.org:443/other"))).contains("n-1");
        assertThat(nonces.of(URI.create("https://idp.example.org:8443/token"))).isEmpty();
    }

    @Test
    void nonce_ofAGoodAnswer_isShownFromThenOn() {
        nonce();

        boolean again = proofs.wantsAnother(URL, with("n-2"), false);

        assertThat(again).isFalse();
        assertThat(nonce()).contains("n-2");
        assertThat(nonce()).contains("n-2");
    }

    @Test
    void nonce_givenToThisRequest_comesBeforeANewerOneOfOthers() {
        nonce();
        proofs.wantsAnother(URL, with("mine"), true);
        nonces.learn(URL, List.of("theirs"));

        assertThat(nonce()).contains("mine");
        assertThat(nonce()).contains("theirs");
    }

    @Test
    void nonce_refusedAlthoughItWasShown_isNotTriedAgain() {
        nonce();
        proofs.wantsAnother(URL, with("n-1"), true);
        nonce();

        assertThat(proofs.wantsAnother(URL, with("n-1"), true)).isFalse();
    }

    @Test
    void nonce_thatChangesForEver_isGivenUpAfterThree() {
        for (int i = 1; i <= 3; i++) {
            nonce();
            assertThat(proofs.wantsAnother(URL, with("n-" + i), true)).isTrue();
        }
        nonce();

        assertThat(proofs.wantsAnother(URL, with("n-4"), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "ä"})
    void nonce_thatIsNone_isIgnored(String value) {
        nonce();

        assertThat(proofs.wantsAnother(URL, new Headers(List.of(new Headers.Field("DPoP-Nonce", value))), true))
                .isFalse();
        assertThat(nonces.of(URL)).isEmpty();
    }

    @Test
    void nonce_givenTwiceOrEndless_isIgnored() {
        assertThat(nonces.learn(URL, List.of("a", "b"))).isEmpty();
        assertThat(nonces.learn(URL, List.of("a".repeat(1001)))).isEmpty();
        assertThat(nonces.learn(URL, List.of())).isEmpty();
    }

    private Optional<String> nonce() {
        String proof = proofs.proven(REQUEST, Instant.EPOCH, Optional.empty())
                .headers()
                .first("DPoP")
                .orElseThrow();
        return Optional.ofNullable(ReceivedProof.of(proof).claims().get("nonce"));
    }

    private static Headers with(String nonce) {
        return Headers.none().with("dpop-nonce", nonce);
    }
}
