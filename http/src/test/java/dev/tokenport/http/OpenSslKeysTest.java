package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.http.key.KeyMaterial;
import dev.tokenport.secret.Secret;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as the command {@code openssl} writes them. */
@EnabledIf("dev.tokenport.http.OpenSsl#present")
final class OpenSslKeysTest {

    private static final String PASSWORD = "päss wörd"; // not ASCII, with a blank
    private static final String IN_ARGUMENT = "word";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private OpenSsl openssl;

    @BeforeEach
    void inFolder() {
        openssl = new OpenSsl(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048, RSA",
        "-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048, RSASSA-PSS",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, EC",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-384, EC",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-521, EC",
        "-algorithm ED25519, EdDSA",
        "-algorithm ED448, EdDSA"
    })
    void key_plain_isRead(String options, String algorithm) throws Exception {
        Path file = openssl.making("key.pem", "genpkey " + options + " -out key.pem");

        KeyMaterial material = KeyFile.of(file).read();

        assertThat(material.key().getAlgorithm()).isEqualTo(algorithm);
        assertThat(material.certificates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-v2 aes-128-cbc",
                "-v2 aes-256-cbc -v2prf hmacWithSHA1",
                "-v2 aes-256-cbc -v2prf hmacWithSHA512",
                "-iter 100000"
            })
    void key_encrypted_isReadWithItsPassword(String options) throws Exception {
        openssl.making("plain.pem", "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out plain.pem");
        Files.writeString(folder.resolve("password"), PASSWORD);
        Path file = openssl.making(
                "key.pem", ("pkcs8 -topk8 -in plain.pem -passout file:password -out key.pem " + options).strip());

        KeyMaterial material = withPassword(file, PASSWORD).read();

        assertThat(Files.readString(file)).contains("BEGIN ENCRYPTED PRIVATE KEY");
        assertThat(material.key())
                .isEqualTo(KeyFile.of(folder.resolve("plain.pem")).read().key());
    }

    @Test
    void key_encryptedAnotherWay_isReported() throws Exception {
        openssl.making("plain.pem", "genpkey -algorithm ED25519 -out plain.pem");
        Path file = openssl.making("key.pem", "pkcs8 -topk8 -in plain.pem -passout pass:word -scrypt -out key.pem");

        assertFault(
                withPassword(file, IN_ARGUMENT),
                file,
                "the private key is encrypted in a way that is not supported; write it anew with"
                        + " 'openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW'");
    }

    @ParameterizedTest
    @CsvSource({
        "genrsa -traditional -out key.pem 2048, RSA PRIVATE KEY, RSA",
        "ecparam -genkey -name secp384r1 -out key.pem, EC PRIVATE KEY, EC"
    })
    void key_ofTheTimeBeforePkcs8_isRead(String arguments, String label, String algorithm) throws Exception {
        Path file = openssl.making("key.pem", arguments);

        KeyMaterial material = KeyFile.of(file).read();

        assertThat(Files.readString(file)).contains(label);
        assertThat(material.key().getAlgorithm()).isEqualTo(algorithm);
        Path modern = openssl.making("modern.pem", "pkcs8 -topk8 -nocrypt -in key.pem -out modern.pem");
        assertThat(number(material.key()))
                .isEqualTo(number(KeyFile.of(modern).read().key()));
    }

    @Test
    void key_encryptedAsBeforePkcs8_isReported() throws Exception {
        Path file = openssl.making("key.pem", "genrsa -traditional -aes256 -passout pass:word -out key.pem 2048");

        assertFault(
                withPassword(file, IN_ARGUMENT),
                file,
                "the private key is encrypted as it was before PKCS#8; convert it with"
                        + " 'openssl pkcs8 -topk8 -in OLD -out NEW'");
    }

    @Test
    void key_ofACurveWithoutName_isReported() throws Exception {
        Path file = openssl.making(
                "key.pem",
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit -out key.pem");

        assertFault(KeyFile.of(file), file, "the private key cannot be read as a key of the kind EC");
    }

    @Test
    void key_ofAnotherKind_isReported() throws Exception {
        Path file = openssl.making("key.pem", "genpkey -algorithm X25519 -out key.pem");

        assertFault(
                KeyFile.of(file),
                file,
                "the private key is of a kind that is not supported; RSA, RSASSA-PSS, EC, Ed25519 and Ed448 are");
    }

    @Test
    void key_inDer_isReported() throws Exception {
        Path file = openssl.making("key.der", "genpkey -algorithm ED25519 -outform DER -out key.der");

        assertFault(
                KeyFile.of(file),
                file,
                "is a private key in DER; convert it to PEM with 'openssl pkey -inform DER -in OLD -out NEW'");
    }

    @Test
    void publicKey_alone_isReported() throws Exception {
        openssl.making("key.pem", "genpkey -algorithm ED25519 -out key.pem");
        Path file = openssl.making("public.pem", "pkey -in key.pem -pubout -out public.pem");

        assertFault(
                KeyFile.of(file),
                file,
                "has no private key in it (PEM, -----BEGIN PRIVATE KEY-----), only 'PUBLIC KEY'");
    }

    @Test
    void certificate_inDer_isReported() throws Exception {
        Path file = openssl.making(
                "certificate.der",
                "req -x509 -newkey ed25519 -nodes -keyout key.pem -subj /CN=client -outform DER -out certificate.der");

        assertFault(KeyFile.of(file), file, "is DER, neither PEM nor PKCS#12; convert it to PEM with openssl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-legacy", "-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha512"})
    void pkcs12_isReadWithItsPassword(String options) throws Exception {
        selfSigned();
        Path file = openssl.making(
                "store", ("pkcs12 -export -in both.pem -passout pass:word -out store " + options).strip());

        KeyMaterial material = withPassword(file, IN_ARGUMENT).read();

        assertThat(material).isEqualTo(KeyFile.of(folder.resolve("both.pem")).read());
        assertThat(material.key()).isInstanceOf(ECKey.class);
        assertThat(material.certificates()).hasSize(1);
    }

    @Test
    void pkcs12_withoutPassword_isRead() throws Exception {
        selfSigned();
        Path file = openssl.making("store", "pkcs12 -export -in both.pem -passout pass: -out store");

        assertThat(KeyFile.of(file).read())
                .isEqualTo(KeyFile.of(folder.resolve("both.pem")).read());
    }

    // The JDK takes one key for two if only one of them carries its public half.
    private static BigInteger number(PrivateKey key) {
        return key instanceof ECPrivateKey curved ? curved.getS() : ((RSAPrivateKey) key).getPrivateExponent();
    }

    private void selfSigned() throws Exception {
        openssl.making(
                "certificate.pem",
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -subj /CN=client"
                        + " -out certificate.pem");
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("key.pem")) + Files.readString(folder.resolve("certificate.pem")));
    }

    private static KeyFile withPassword(Path file, String password) {
        return new KeyFile(file, Optional.empty(), Optional.of(Secret.of(password)));
    }

    private static void assertFault(KeyFile key, Path file, String fault) {
        assertThatThrownBy(key::read)
                .isInstanceOf(KeyFileException.class)
                .hasMessage("key file '" + file + "': " + fault);
    }
}
