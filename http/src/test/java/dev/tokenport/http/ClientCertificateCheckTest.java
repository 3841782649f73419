package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.key.KeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to servers that ask for a certificate of the client, as far as it leads. */
@Timeout(120)
final class ClientCertificateCheckTest {

    private static final WireServer.Answer OK = wire -> wire.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool keys;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity server;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static ClientFiles files;

    @BeforeAll
    static void makeCertificates() throws Exception {
        keys = new KeyTool(folder);
        server = keys.identity("server", "-ext", "san=dns:localhost");
        files = ClientFiles.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_thatIsDemanded_isShown(String protocol) throws Exception {
        Path file = files.write("check.pem", files.key() + files.chain());
        try (var listening = demanding(protocol)) {
            List<CheckedStep> steps =
                    Checks.steps(listening.url(), trusting(server).withClientKey(KeyFile.of(file)));

            assertThat(steps).hasSize(6).allMatch(CheckedStep::passed);
            assertThat(steps.get(4).found())
                    .startsWith(protocol + ", ")
                    .endsWith("; client certificate: asked for, and shown ('CN=client')");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_thatIsDemandedAndMissing_isTheEnd(String protocol) throws Exception {
        try (var listening = demanding(protocol)) {
            List<CheckedStep> steps = Checks.steps(listening.url(), trusting(server));

            assertThat(steps).hasSize(5);
            // With TLS 1.3 the server's refusal may be lost with the connection.
            assertThat(Checks.last(steps).toString())
                    .matches("TLS: failed, (?:"
                            + listening.peer() + " demands a client certificate, and none was given"
                            + " \\((certificate_required|bad_certificate|handshake_failure|it hung up)\\)"
                            + "|the connection to " + listening.peer() + " broke before an answer came; it asks for a"
                            + " client certificate, and none was given)");
            assertThat(Checks.last(steps).advice())
                    .contains("give a certificate that the server accepts with --certificate_file");
        }
    }

    @Test
    void certificate_thatIsNotAskedFor_isTold() throws Exception {
        Path file = files.write("unasked.pem", files.key() + files.chain());
        try (var listening = listening(server)) {
            List<CheckedStep> steps =
                    Checks.steps(listening.url(), trusting(server).withClientKey(KeyFile.of(file)));

            assertThat(steps.get(4).found())
                    .endsWith("; client certificate: not asked for, so that of '" + file + "' was not shown");
        }
    }

    @Test
    void file_thatCannotBeUsed_isTheEnd() throws Exception {
        Path file = folder.resolve("missing.pem");
        try (var listening = listening(server)) {
            Checks.assertEnd(
                    Checks.steps(listening.url(), trusting(server).withClientKey(KeyFile.of(file))),
                    "TLS: failed, key file '" + file + "': no such file",
                    "correct --certificate_file, or its key and password");
        }
    }

    private static WireServer listening(KeyTool.Identity identity) throws Exception {
        return WireServer.answeringOverTls(keys.context(identity).getServerSocketFactory(), OK);
    }

    private static WireServer demanding(String protocol) throws Exception {
        var context = keys.trusting(server, files.authority());
        return WireServer.answeringOverTls(new DemandingSockets(context.getServerSocketFactory(), protocol), OK);
    }

    private static TransportOptions trusting(KeyTool.Identity identity) {
        return TransportOptions.DEFAULT
                .withConnectTimeout(Duration.ofSeconds(50))
                .withCaFile(identity.pem());
    }
}
