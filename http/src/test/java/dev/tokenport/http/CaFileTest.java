package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static Path certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = new KeyTool(folder)
                .identity("local", "-ext", "san=dns:localhost")
                .pem();
    }

    @Test
    void caFile_missing_isReported() {
        assertCaFault(folder.resolve("missing.pem"), "no such file");
    }

    @Test
    void caFile_thatIsAFolder_isReported() {
        assertCaFault(folder, "is a folder, not a file");
    }

    @Test
    void caFile_withoutCertificate_isReported() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.pem"), "-----BEGIN PRIVATE KEY-----\n");

        assertCaFault(file, "has no certificate in it (PEM, -----BEGIN CERTIFICATE-----)");
    }

    @Test
    void caFile_withoutEnd_isReported() throws IOException {
        String pem = Files.readString(certificate);
        Path file = Files.writeString(folder.resolve("cut.pem"), pem.substring(0, pem.length() / 2));

        assertCaFault(file, "certificate 1 has no END line");
    }

    @Test
    void caFile_withBytesThatAreNoCertificate_isReported() throws IOException {
        Path file = Files.writeString(
                folder.resolve("wrong.pem"),
                Files.readString(certificate) + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertCaFault(file, "certificate 2 cannot be read as a certificate");
    }

    @Test
    void caFile_notBase64_isReported() throws IOException {
        Path file = Files.writeString(
                folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\n?!\n-----END CERTIFICATE-----\n");

        assertCaFault(file, "certificate 1 cannot be read as a certificate");
    }

    private static void assertCaFault(Path file, String fault) {
        assertThatThrownBy(() -> Transports.direct().with(TransportOptions.DEFAULT.withCaFile(file)))
                .isInstanceOf(TrustException.class)
                .hasMessage("CA file '" + file + "': " + fault);
    }
}
