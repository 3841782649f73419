package dev.tokenport.integration.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ReceivedProof;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DpopKeyTest {

    private static final URI TOKEN_URL = URI.create("https://idp.example.org/token");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.9Z");

    /** The public key of RFC 9449 §4.1, figure 2; §6.1 gives its thumbprint. */
    private static final String PUBLIC = """
            {"kty":"EC","crv":"P-256","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
             "y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"}""";

    /** The key pair of RFC 7517 §A.2. */
    private static final String PRIVATE = """
            {"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
             "d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE","use":"enc","kid":"1"}""";

    @Test
    void proof_ofATokenRequest_verifiesAndSaysWhatTheRfcDemands() {
        DpopKey key = DpopKey.generate();

        ReceivedProof proof = ReceivedProof.of(key.proof("POST", TOKEN_URL, NOW, Optional.empty(), Optional.empty()));

        assertThat(proof.verified()).isTrue();
        assertThat(proof.header()).containsOnlyKeys("typ", "alg", "jwk");
        assertThat(proof.header()).containsEntry("typ", "dpop+jwt").containsEntry("alg", "ES256");
        assertThat(proof.jwk()).containsOnlyKeys("kty", "crv", "x", "y");
        assertThat(proof.claims()).containsOnlyKeys("jti", "htm", "htu", "iat");
        assertThat(proof.claims())
                .containsEntry("htm", "POST")
                .containsEntry("htu", "https://idp.example.org/token")
                .containsEntry("iat", "1767225600");
        assertThat(proof.thumbprint()).isEqualTo(key.thumbprint());
    }

    @Test
    void proof_withTokenAndNonce_hasBoth() {
        ReceivedProof proof = ReceivedProof.of(DpopKey.generate()
                .proof(
                        "GET",
                        URI.create("https://resource.example.org/protectedresource"),
                        NOW,
                        Optional.of("eyJ7S_zG.eyJH0-Z.HX4w-7v"),
                        // RFC 9449 §7.1, figure 12.
                        Optional.of("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU")));

        assertThat(proof.verified()).isTrue();
        assertThat(proof.claims())
                .containsEntry("nonce", "eyJ7S_zG.eyJH0-Z.HX4w-7v")
                .containsEntry("ath", "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    void proof_madeTwice_hasAnotherId() {
        DpopKey key = DpopKey.generate();

        ReceivedProof one = ReceivedProof.of(key.proof("POST", TOKEN_URL, NOW, Optional.empty(), Optional.empty()));
        ReceivedProof other = ReceivedProof.of(key.proof("POST", TOKEN_URL, NOW, Optional.empty(), Optional.empty()));

        assertThat(one.claims().get("jti")).isNotEqualTo(other.claims().get("jti"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.org/a?b=c, https://api.example.org/a",
        "https://api.example.org/a%2Fb%C3%A4?q#f, https://api.example.org/a%2Fb%C3%A4",
        "HTTPS://API.Example.org:443/A, https://api.example.org/A",
        "http://localhost:80, http://localhost/",
        "http://localhost:8080?x, http://localhost:8080/",
        "https://[::1]:8443/x/, https://[::1]:8443/x/",
    })
    void target_isTheUrlWithoutQueryAndFragment(URI url, String target) {
        ReceivedProof proof =
                ReceivedProof.of(DpopKey.generate().proof("GET", url, NOW, Optional.empty(), Optional.empty()));

        assertThat(proof.claims()).containsEntry("htu", target);
    }

    @Test
    void thumbprint_ofTheKeyOfTheRfc_isThatOfTheRfc() {
        assertThat(ReceivedProof.thumbprint(PUBLIC)).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
        assertThat(DpopKey.of(Secret.of(PRIVATE)).thumbprint()).isEqualTo(ReceivedProof.thumbprint(PRIVATE));
    }

    @Test
    void key_handedOver_makesProofsOfTheSameKeyAndNothingElse() {
        DpopKey given = DpopKey.of(Secret.of(PRIVATE));
        DpopKey again = DpopKey.of(given.secret());

        ReceivedProof proof = ReceivedProof.of(again.proof("POST", TOKEN_URL, NOW, Optional.empty(), Optional.empty()));

        assertThat(proof.verified()).isTrue();
        assertThat(proof.jwk()).containsOnlyKeys("kty", "crv", "x", "y");
        assertThat(proof.thumbprint()).isEqualTo(given.thumbprint());
        assertThat(ReceivedProof.json(given.secret().reveal())).containsOnlyKeys("kty", "crv", "x", "y", "d");
    }

    @Test
    void key_generated_isAnotherOneEachTime() {
        assertThat(DpopKey.generate().thumbprint())
                .isNotEqualTo(DpopKey.generate().thumbprint());
    }

    @Test
    void key_printedOrShown_tellsNothing() {
        DpopKey key = DpopKey.of(Secret.of(PRIVATE));
        var redactor = new Redactor();

        key.register(redactor);

        assertThat(key).hasToString("***");
        assertThat(redactor.redact(key.secret().reveal())).isEqualTo("***");
        assertThat(redactor.redact("d is 870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"))
                .isEqualTo("d is ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "not a key",
                "[]",
                "{}",
                "{\"kty\":\"EC\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"d\":\"hidden\"}"
            })
    void key_thatIsNone_isRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DpopKey.of(Secret.of(text)))
                .withMessage("is not a JWK (RFC 7517)")
                .withNoCause();
    }

    @Test
    void key_ofAnotherKind_isRefused() {
        String symmetric = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQ\"}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DpopKey.of(Secret.of(symmetric)))
                .withMessage("is not a key of the curve P-256 (\"kty\":\"EC\", \"crv\":\"P-256\")");
    }

    @Test
    void key_thatIsPublic_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DpopKey.of(Secret.of(PUBLIC)))
                .withMessage("is a public key; the private one is needed (the member 'd')");
    }

    @Test
    void key_whosePartsDoNotFit_isRefused() {
        String mixed = PRIVATE.replace(
                        "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs")
                .replace("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM", "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DpopKey.of(Secret.of(mixed)))
                .withMessage("has a private key ('d') that does not fit its public one ('x', 'y')");
    }
}
