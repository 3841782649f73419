package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificates of a key. */
final class ChainTest {

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
    void certificates_behindTheKey_areRead() throws Exception {
        Path file = files.write("behind.pem", "some words\n" + files.key() + files.chain());

        assertThat(KeyFile.of(file).read()).isEqualTo(files.material());
    }

    @Test
    void certificates_beforeTheKey_areRead() throws Exception {
        Path file = files.write("before.pem", (files.chain() + files.key()).replace("\n", "\r\n"));

        assertThat(KeyFile.of(file).read()).isEqualTo(files.material());
    }

    @Test
    void certificates_inAFileOfTheirOwn_areRead() throws Exception {
        Path file = files.write("alone.pem", files.key());

        assertThat(ClientFiles.beside(file, files.write("chain.pem", files.chain()))
                        .read())
                .isEqualTo(files.material());
    }

    @Test
    void certificates_inAFileOfTheirOwn_areThoseOfAPkcs12Key() throws Exception {
        var file = new KeyFile(
                files.client().store(),
                Optional.of(
                        files.write("one.pem", Files.readString(files.client().pem()))),
                ClientFiles.password(ClientFiles.PASSWORD));

        assertThat(file.read().certificates())
                .isEqualTo(CertificateFile.certificates(files.client().pem()));
    }

    @Test
    void certificateFile_withAKeyOfItsOwn_isAllThatAConnectionUses() throws Exception {
        Path other = files.write("other.pem", files.key());
        var file =
                new KeyFile(other, Optional.of(files.authority().store()), ClientFiles.password(ClientFiles.PASSWORD));

        assertThat(file.readCertified())
                .isEqualTo(ClientFiles.opened(files.authority().store(), ClientFiles.PASSWORD)
                        .read());
    }

    @Test
    void certificateFile_withAKeyOfItsOwn_isNotWhereTheOtherKeyIsRead() throws Exception {
        Path store = files.authority().store();
        var file = new KeyFile(
                files.write("other.pem", files.key()), Optional.of(store), ClientFiles.password(ClientFiles.PASSWORD));

        assertThatThrownBy(file::read)
                .isInstanceOf(KeyFileException.class)
                .hasMessage("certificate file '" + store
                        + "': certificate 1 (CN=authority) does not belong to the private key");
    }

    @Test
    void certificate_ofAnotherKey_isReported() throws Exception {
        Path file = files.write(
                "stranger.pem", files.key() + Files.readString(files.authority().pem()));

        ClientFiles.assertFault(
                KeyFile.of(file), file, "certificate 1 (CN=authority) does not belong to the private key");
    }

    @Test
    void certificate_thatDoesNotComeFirst_isReported() throws Exception {
        Path file = files.write(
                "reversed.pem",
                files.key()
                        + Files.readString(files.authority().pem())
                        + Files.readString(files.client().pem()));

        ClientFiles.assertFault(
                KeyFile.of(file),
                file,
                "certificate 2 (CN=client) is the one of the private key, and has to come first");
    }

    @Test
    void certificate_thatIsNotTheIssuer_isReported() throws Exception {
        Path file = files.write(
                "twice.pem", files.key() + Files.readString(files.client().pem()) + files.chain());

        ClientFiles.assertFault(
                KeyFile.of(file),
                file,
                "certificate 2 (CN=client) is not the issuer of certificate 1 (CN=client); the key's certificate comes"
                        + " first, then the one that issued it, and so on");
    }

    @Test
    void certificateFile_withoutCertificate_isReported() throws Exception {
        Path file = files.write("own.pem", files.key());
        Path empty = files.write("none.pem", "nothing");

        assertThatThrownBy(ClientFiles.beside(file, empty)::read)
                .isInstanceOf(KeyFileException.class)
                .hasMessage("certificate file '" + empty
                        + "': has no certificate in it (PEM, -----BEGIN CERTIFICATE-----)");
    }

    @Test
    void certificateFile_missing_isReported() throws Exception {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(ClientFiles.beside(files.write("own.pem", files.key()), missing)::read)
                .isInstanceOf(KeyFileException.class)
                .hasMessage("certificate file '" + missing + "': no such file");
    }

    @Test
    void certificate_alone_isReported() {
        ClientFiles.assertFault(
                KeyFile.of(files.client().pem()),
                files.client().pem(),
                "has no private key in it (PEM, -----BEGIN PRIVATE KEY-----), only 'CERTIFICATE'");
    }
}
