package dev.tokenport.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that sign, and keys that do not fit. */
final class JwtSignerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.750Z");
    private static final JwtClaims CLAIMS = new JwtClaims(
            "orders", "ada", "https://idp.example.org/token", Duration.ofMinutes(1), Map.of("tenant", "größe"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EDDSA"})
    void sign_everyAlgorithm_isVerifiedByOthers(JwsAlgorithm algorithm) throws Exception {
        KeyPair pair = SignerKeys.fitting(algorithm);
        SigningKey key = SignerKeys.with(SignerKeys.in(folder.resolve("key.pem"), pair), algorithm);

        String jwt = key.read().sign(CLAIMS, NOW);

        assertThat(header(jwt)).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\"}");
        assertThat(SignerKeys.verified(jwt, pair, algorithm)).isTrue();
        if (algorithm != JwsAlgorithm.EDDSA) {
            assertThat(SignedJWT.parse(jwt).verify(verifier(pair))).isTrue();
        }
    }

    @Test
    void sign_claims_saysWhoToWhomAndUntilWhen() throws Exception {
        JwtSigner signer = SignerKeys.in(folder.resolve("key.pem"), SignerKeys.ec("secp256r1"))
                .read();

        String jwt = signer.sign(CLAIMS, NOW);

        String claims = part(jwt, 1);
        assertThat(claims.replaceFirst("\"jti\":\"[0-9a-f-]{36}\"", "\"jti\":\"J\""))
                .isEqualTo("{\"sub\":\"ada\",\"aud\":\"https://idp.example.org/token\",\"iss\":\"orders\","
                        + "\"exp\":1767225660,\"iat\":1767225600,\"jti\":\"J\",\"tenant\":\"größe\"}");
    }

    @Test
    void sign_twice_hasAnotherJtiEachTime() throws Exception {
        JwtSigner signer = SignerKeys.in(folder.resolve("key.pem"), SignerKeys.ec("secp256r1"))
                .read();

        String first = part(signer.sign(CLAIMS, NOW), 1);
        String second = part(signer.sign(CLAIMS, NOW), 1);

        assertThat(jti(first)).isNotEqualTo(jti(second));
    }

    @ParameterizedTest
    @CsvSource({"secp256r1, ES256", "secp384r1, ES384", "secp521r1, ES512"})
    void ecKey_withoutAlgorithm_signsAsItsCurveWants(String curve, String algorithm) throws Exception {
        assertThat(algorithmOf(SignerKeys.ec(curve))).isEqualTo(algorithm);
    }

    @Test
    void otherKeys_withoutAlgorithm_signAsFits() throws Exception {
        assertThat(algorithmOf(SignerKeys.rsa(2048))).isEqualTo("RS256");
        assertThat(algorithmOf(SignerKeys.pss())).isEqualTo("PS256");
        assertThat(algorithmOf(SignerKeys.edwards("Ed25519"))).isEqualTo("EdDSA");
    }

    @Test
    void keyId_given_standsInTheHeader() throws Exception {
        SigningKey key = SignerKeys.in(folder.resolve("key.pem"), SignerKeys.ec("secp256r1"));

        JwtSigner signer = new SigningKey(key.file(), Optional.of("key 1"), Optional.empty()).read();

        assertThat(header(signer.sign(CLAIMS, NOW))).isEqualTo("{\"kid\":\"key 1\",\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    }

    @Test
    void key_unfitForTheAlgorithm_isNamedWithWhatFits() throws Exception {
        assertThat(fault(SignerKeys.rsa(2048), JwsAlgorithm.ES256))
                .isEqualTo(":: holds an RSA key, which does not fit the algorithm 'ES256';"
                        + " what fits is RS256 to RS512 and PS256 to PS512");
        assertThat(fault(SignerKeys.pss(), JwsAlgorithm.RS256))
                .isEqualTo(":: holds an RSASSA-PSS key, which does not fit the algorithm 'RS256';"
                        + " what fits is PS256 to PS512");
        assertThat(fault(SignerKeys.ec("secp384r1"), JwsAlgorithm.ES256))
                .isEqualTo(":: holds an EC key on the curve P-384, which does not fit the algorithm 'ES256';"
                        + " what fits is ES384");
        assertThat(fault(SignerKeys.edwards("Ed25519"), JwsAlgorithm.RS256))
                .isEqualTo(":: holds an Ed25519 key, which does not fit the algorithm 'RS256'; what fits is EdDSA");
        assertThat(fault(SignerKeys.rsa(2048), JwsAlgorithm.HS256))
                .isEqualTo(":: holds an RSA key, which does not fit the algorithm 'HS256';"
                        + " what fits is RS256 to RS512 and PS256 to PS512");
    }

    @Test
    void rsaKey_short_isRefused() throws Exception {
        assertThat(fault(SignerKeys.rsa(1024), JwsAlgorithm.PS256))
                .isEqualTo(":: holds an RSA key of 1024 bits; PS256 needs at least 2048 (RFC 7518 §3.3)");
    }

    @Test
    void edwardsKey_onAnotherCurve_isRefused() throws Exception {
        assertThat(fault(SignerKeys.edwards("Ed448"), JwsAlgorithm.EDDSA)).startsWith(":: ");
    }

    @Test
    void keyFile_missing_isNamed() {
        Path file = folder.resolve("nowhere.pem");

        var error = catchThrowableOfType(
                KeyFileException.class, () -> SigningKey.of(KeyFile.of(file)).read());

        assertThat(error).hasMessage("key file '" + file + "': no such file");
    }

    @Test
    void fingerprint_sameKey_isTheSameAndShowsNothing() throws Exception {
        KeyPair pair = SignerKeys.ec("secp256r1");
        SigningKey key = SignerKeys.in(folder.resolve("key.pem"), pair);
        SigningKey another = SignerKeys.in(folder.resolve("another.pem"), SignerKeys.ec("secp256r1"));

        JwtSigner signer = key.read();

        assertThat(signer.fingerprint()).isEqualTo(key.read().fingerprint()).matches("[0-9a-f]{64}");
        assertThat(signer.fingerprint()).isNotEqualTo(another.read().fingerprint());
        assertThat(signer).hasToString("JwtSigner[ES256]");
    }

    private String algorithmOf(KeyPair pair) throws Exception {
        return SignerKeys.in(folder.resolve("key.pem"), pair).read().toString().replaceAll("JwtSigner\\[(.*)]", "$1");
    }

    /** What is said of a key, with {@code ::} for the path. */
    private String fault(KeyPair pair, JwsAlgorithm algorithm) throws Exception {
        Path file = folder.resolve("key.pem");
        SigningKey key = SignerKeys.with(SignerKeys.in(file, pair), algorithm);
        var error = catchThrowableOfType(KeyFileException.class, key::read);
        return String.valueOf(error.getMessage()).replace("key file '" + file + "':", "::");
    }

    private static JWSVerifier verifier(KeyPair pair) throws Exception {
        return pair.getPublic() instanceof RSAPublicKey rsa
                ? new RSASSAVerifier(rsa)
                : new ECDSAVerifier((ECPublicKey) pair.getPublic());
    }

    private static String header(String jwt) {
        return part(jwt, 0);
    }

    private static String part(String jwt, int index) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]), StandardCharsets.UTF_8);
    }

    private static String jti(String claims) {
        var matcher = Pattern.compile("\"jti\":\"([^\"]+)\"").matcher(claims);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
