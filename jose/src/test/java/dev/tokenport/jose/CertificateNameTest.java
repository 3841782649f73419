package dev.tokenport.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.secret.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which name a server finds a key that has a certificate. */
final class CertificateNameTest {

    private static final String PASSWORD = "changeit";
    private static final JwtClaims CLAIMS =
            new JwtClaims("orders", "orders", "https://idp.example.org", Duration.ofMinutes(1), Map.of());

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void makeKey() throws Exception {
        store = folder.resolve("client.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "client",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=orders",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    @Test
    void key_withCertificate_isNamedByBothThumbprints() throws Exception {
        String header = header(Optional.empty());

        byte[] certificate = certificate();
        assertThat(header)
                .contains("\"x5t\":\"" + hash("SHA-1", certificate) + "\"")
                .contains("\"x5t#S256\":\"" + hash("SHA-256", certificate) + "\"")
                .doesNotContain("kid");
    }

    @Test
    void key_withCertificateAndId_isNamedByItsIdAlone() throws Exception {
        assertThat(header(Optional.of("key 1"))).isEqualTo("{\"kid\":\"key 1\",\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    }

    private String header(Optional<String> id) {
        var file = new KeyFile(store, Optional.empty(), Optional.of(Secret.of(PASSWORD)));
        String jwt = new SigningKey(file, id, Optional.empty()).read().sign(CLAIMS, Instant.EPOCH);
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    }

    private byte[] certificate() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys.getCertificate("client").getEncoded();
    }

    private static String hash(String algorithm, byte[] octets) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(octets));
    }
}
