package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.key.EncryptedKey;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Private keys in PEM, and files that have none. */
final class KeyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static ClientFiles files;

    @BeforeAll
    static void makeFiles() throws Exception {
        files = ClientFiles.in(folder);
    }

    @Test
    void password_thatIsNotNeeded_isNotUsed() throws Exception {
        Path file = files.write("plain.pem", files.key());

        assertThat(ClientFiles.opened(file, "nonsense").read().key())
                .isEqualTo(files.material().key());
    }

    @Test
    void keys_several_areReported() throws Exception {
        Path file = files.write("two.pem", files.key() + files.key());

        ClientFiles.assertFault(KeyFile.of(file), file, "has 2 private keys in it; leave the one to use");
    }

    @Test
    void key_encrypted_needsAPassword() throws Exception {
        Path file = files.write("encrypted.pem", ClientFiles.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}));

        ClientFiles.assertFault(
                KeyFile.of(file), file, "the private key is encrypted, and there is no password for it");
    }

    @Test
    void key_encrypted_needsAPasswordThatCanBeRead() throws Exception {
        Path file = files.write("encrypted.pem", ClientFiles.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}));
        var secret = Secret.from("env:KEY", () -> {
            throw new SecretUnavailableException("${env:KEY}: not set");
        });

        ClientFiles.assertFault(
                new KeyFile(file, Optional.empty(), Optional.of(secret)),
                file,
                "the password cannot be read: ${env:KEY}: not set");
    }

    @Test
    void key_encryptedNotAsPkcs8_isReported() throws Exception {
        Path file = files.write("encrypted.pem", ClientFiles.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}));

        ClientFiles.assertFault(
                ClientFiles.opened(file, ClientFiles.PASSWORD),
                file,
                "the encrypted private key cannot be read as PKCS#8");
    }

    @Test
    void key_encrypted_needsTheRightPassword() throws Exception {
        Path file = files.write(
                "aes.pem",
                ClientFiles.pem(
                        "ENCRYPTED PRIVATE KEY",
                        EncryptedKey.with(ClientFiles.PASSWORD, files.material().key())));

        assertThat(ClientFiles.opened(file, ClientFiles.PASSWORD).read().key())
                .isEqualTo(files.material().key());
        ClientFiles.assertFault(
                ClientFiles.opened(file, "something else"), file, "the password does not fit the private key");
    }

    @Test
    void key_withTooManyIterations_isNotTried() throws Exception {
        Path file =
                files.write("slow.pem", ClientFiles.pem("ENCRYPTED PRIVATE KEY", EncryptedKey.claiming(2_000_000_000)));

        ClientFiles.assertFault(
                ClientFiles.opened(file, ClientFiles.PASSWORD),
                file,
                "the private key is encrypted in a way that is not supported; write it anew with"
                        + " 'openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW'");
    }

    @Test
    void key_ofOpenSsh_isReported() throws Exception {
        Path file = files.write("id_ed25519", ClientFiles.pem("OPENSSH PRIVATE KEY", new byte[] {1, 2, 3}));

        ClientFiles.assertFault(
                KeyFile.of(file),
                file,
                "the private key is in OpenSSH's own form; convert a copy of the file with"
                        + " 'ssh-keygen -p -m PKCS8 -f COPY'");
    }

    @Test
    void key_ofAnUnknownKind_isReported() throws Exception {
        Path file = files.write("dsa.pem", ClientFiles.pem("DSA PRIVATE KEY", new byte[] {1, 2, 3}));

        ClientFiles.assertFault(
                KeyFile.of(file),
                file,
                "the private key is a 'DSA PRIVATE KEY', which is not supported; RSA, RSASSA-PSS, EC, Ed25519 and Ed448"
                        + " are");
    }

    @Test
    void key_withoutEnd_isReported() throws Exception {
        Path file = files.write("cut.pem", files.key().substring(0, files.key().length() / 2));

        ClientFiles.assertFault(KeyFile.of(file), file, "the private key has no END line");
    }

    @Test
    void key_notBase64_isReportedWithoutItsContent() throws Exception {
        Path file = files.write("text.pem", "-----BEGIN PRIVATE KEY-----\n?!\n-----END PRIVATE KEY-----\n");

        ClientFiles.assertFault(KeyFile.of(file), file, "the private key is not Base64");
        assertThatThrownBy(KeyFile.of(file)::read).hasNoCause();
    }

    @Test
    void key_thatIsNone_isReported() throws Exception {
        Path file = files.write("wrong.pem", ClientFiles.pem("PRIVATE KEY", new byte[] {1, 2, 3}));

        ClientFiles.assertFault(KeyFile.of(file), file, "the private key cannot be read as PKCS#8");
    }

    @Test
    void sec1_withoutCurve_isReported() throws Exception {
        Path file =
                files.write("curveless.pem", ClientFiles.pem("EC PRIVATE KEY", new byte[] {0x30, 6, 2, 1, 1, 4, 1, 9}));

        ClientFiles.assertFault(
                KeyFile.of(file),
                file,
                "the private key names no curve; convert it with 'openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW'");
    }

    @Test
    void file_empty_isReported() throws Exception {
        Path file = files.write("empty.pem", " \n");

        ClientFiles.assertFault(KeyFile.of(file), file, "is empty");
    }

    @Test
    void file_thatIsText_isReported() throws Exception {
        Path file = files.write("notes.txt", "0\n\nwords, of which the first looks like DER\n");

        ClientFiles.assertFault(KeyFile.of(file), file, "has no private key in it (PEM, -----BEGIN PRIVATE KEY-----)");
    }

    @Test
    void file_thatIsAFolder_isReported() {
        ClientFiles.assertFault(KeyFile.of(folder), folder, "is a folder, not a file");
    }

    @Test
    void file_missing_isReported() {
        Path file = folder.resolve("missing.pem");

        ClientFiles.assertFault(KeyFile.of(file), file, "no such file");
    }

    @Test
    void file_tooLarge_isReported() throws Exception {
        Path file = Files.write(folder.resolve("large.pem"), new byte[(1 << 20) + 1]);

        ClientFiles.assertFault(KeyFile.of(file), file, "is larger than 1048576 bytes");
    }
}
