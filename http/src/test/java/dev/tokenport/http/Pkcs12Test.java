package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.key.KeyFile;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in PKCS#12. */
final class Pkcs12Test {

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
    void pkcs12_hasKeyAndChain() {
        assertThat(files.material().key().getAlgorithm()).isEqualTo("EC");
        assertThat(files.material().certificates())
                .isEqualTo(List.of(
                        CertificateFile.certificates(files.client().pem()).get(0),
                        CertificateFile.certificates(files.authority().pem()).get(0)));
        assertThat(files.material()).hasToString("KeyMaterial[EC, 2 certificates]");
    }

    @Test
    void pkcs12_withAnotherPassword_isReported() {
        ClientFiles.assertFault(
                ClientFiles.opened(files.client().store(), "something else"),
                files.client().store(),
                "the password does not fit");
    }

    @Test
    void pkcs12_withoutPassword_isReported() {
        ClientFiles.assertFault(
                KeyFile.of(files.client().store()),
                files.client().store(),
                "is encrypted, and there is no password for it");
    }

    @Test
    void pkcs12_withSeveralKeys_namesThem() throws Exception {
        var store = ClientFiles.store();
        Certificate[] chain = files.material().certificates().toArray(Certificate[]::new);
        store.setKeyEntry("new", files.material().key(), ClientFiles.PASSWORD.toCharArray(), chain);
        store.setKeyEntry("old", files.material().key(), ClientFiles.PASSWORD.toCharArray(), chain);
        Path file = files.write("several.p12", store);

        ClientFiles.assertFault(
                ClientFiles.opened(file, ClientFiles.PASSWORD),
                file,
                "has several private keys in it ('new', 'old'); leave the one to use");
    }

    @Test
    void pkcs12_withoutKey_isReported() throws Exception {
        var store = ClientFiles.store();
        store.setCertificateEntry("ca", files.material().certificates().get(1));
        Path file = files.write("trust.p12", store);

        ClientFiles.assertFault(ClientFiles.opened(file, ClientFiles.PASSWORD), file, "has no private key in it");
    }

    @Test
    void pkcs12_damaged_isReported() throws Exception {
        byte[] store = Files.readAllBytes(files.client().store());
        store[40] ^= 0x55;
        Path file = Files.write(folder.resolve("damaged.p12"), store);

        ClientFiles.assertFault(ClientFiles.opened(file, ClientFiles.PASSWORD), file, "cannot be read as PKCS#12");
    }

    @Test
    void javaKeyStore_isReported() throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, ClientFiles.PASSWORD.toCharArray());
        Path file = Files.write(folder.resolve("store.jks"), bytes.toByteArray());

        ClientFiles.assertFault(
                ClientFiles.opened(file, ClientFiles.PASSWORD),
                file,
                "is a Java key store (JKS); convert it with 'keytool -importkeystore -srckeystore OLD -destkeystore"
                        + " NEW -deststoretype PKCS12'");
    }
}
