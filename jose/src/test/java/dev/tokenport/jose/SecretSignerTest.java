package dev.tokenport.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JWTs that are made with a client secret. */
final class SecretSignerTest {

    private static final String SECRET = "größer als 1 €: ".repeat(4);
    private static final JwtClaims CLAIMS =
            new JwtClaims("orders", "orders", "https://idp.example.org", Duration.ofMinutes(1), Map.of());

    @ParameterizedTest
    @CsvSource({"HS256, HmacSHA256", "HS384, HmacSHA384", "HS512, HmacSHA512"})
    void sign_everyHash_isVerifiedByOthers(JwsAlgorithm algorithm, String hash) throws Exception {
        JwtSigner signer = JwtSigner.ofSecret(SECRET, Optional.of(algorithm));

        String jwt = signer.sign(CLAIMS, Instant.EPOCH);

        byte[] octets = SECRET.getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance(hash);
        mac.init(new SecretKeySpec(octets, hash));
        int end = jwt.lastIndexOf('.');
        byte[] expected = mac.doFinal(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlDecoder().decode(jwt.substring(end + 1))).isEqualTo(expected);
        assertThat(SignedJWT.parse(jwt).verify(new MACVerifier(octets))).isTrue();
        assertThat(signer).hasToString("JwtSigner[" + algorithm + "]");
    }

    @Test
    void algorithm_notGiven_isHS256() {
        assertThat(JwtSigner.ofSecret(SECRET, Optional.empty())).hasToString("JwtSigner[HS256]");
    }

    @ParameterizedTest
    @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
    void secret_shorterThanTheHash_isRefusedWithoutItsLength(JwsAlgorithm algorithm, int octets) {
        String secret = "x".repeat(octets - 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwtSigner.ofSecret(secret, Optional.of(algorithm)))
                .withMessage("is shorter than the " + octets + " octets that " + algorithm + " needs (RFC 7518 §3.2)");
        assertThat(JwtSigner.ofSecret(secret + "x", Optional.of(algorithm))).isNotNull();
    }

    @Test
    void fingerprint_ofSecrets_tellsThemApart() {
        String first = JwtSigner.ofSecret(SECRET, Optional.empty()).fingerprint();

        assertThat(JwtSigner.ofSecret(SECRET, Optional.empty()).fingerprint()).isEqualTo(first);
        assertThat(JwtSigner.ofSecret(SECRET + "x", Optional.empty()).fingerprint())
                .isNotEqualTo(first);
    }
}
