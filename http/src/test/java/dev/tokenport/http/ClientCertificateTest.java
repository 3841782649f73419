package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import dev.tokenport.http.key.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that demand a certificate of the client. */
@Timeout(120)
final class ClientCertificateTest {

    private static final int MOST_BREAKS = 20;

    private static final WireServer.Answer WHO = wire -> {
        var certificates = ((SSLSocket) wire.socket()).getSession().getPeerCertificates();
        String name =
                ((X509Certificate) certificates[0]).getSubjectX500Principal().getName();
        wire.write("HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool keys;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity server;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static ClientFiles files;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static String successor;

    private final HandTime time = new HandTime();

    @BeforeAll
    static void makeCertificates() throws Exception {
        keys = new KeyTool(folder);
        server = keys.identity("server", "-ext", "san=dns:localhost");
        files = ClientFiles.in(folder);
        var next = keys.signed("successor", files.authority());
        successor = ClientFiles.pem(next) + Files.readString(next.pem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_thatIsDemanded_isShown(String protocol) throws Exception {
        Path file = files.write("client-1.pem", files.key() + files.chain());

        try (var demanding = demanding(protocol)) {
            assertThat(get(demanding, transport(file))).isEqualTo("CN=client");
        }
    }

    @Test
    void certificate_ofPkcs12_isShown() throws Exception {
        var transport = Transports.direct()
                .with(trusting().withClientKey(ClientFiles.opened(files.client().store(), ClientFiles.PASSWORD)));

        try (var demanding = demanding("TLSv1.3")) {
            assertThat(get(demanding, transport)).isEqualTo("CN=client");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_thatIsDemandedAndMissing_isNamed(String protocol) throws Exception {
        try (var demanding = demanding(protocol)) {
            var failure = failure(demanding, Transports.direct().with(trusting()));

            assertThat(failure)
                    .hasMessageMatching(
                            demanding.peer()
                                    + " demands a client certificate, and none was given \\((certificate_required|bad_certificate|handshake_failure|it hung up)\\)");
            assertThat(failure.tlsFault()).contains(TlsFault.CLIENT_CERTIFICATE);
            assertThat(failure.worthRetrying()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_ofAnotherAuthority_isRefused(String protocol) throws Exception {
        var stranger = keys.identity("stranger-" + protocol);
        Path file = files.write("stranger.pem", ClientFiles.pem(stranger) + Files.readString(stranger.pem()));

        try (var demanding = demanding(protocol)) {
            var failure = failure(demanding, transport(file));

            assertThat(failure)
                    .hasMessageMatching(demanding.peer() + " refuses the client certificate of '" + file
                            + "' \\((unknown_ca|certificate_unknown|bad_certificate)\\)");
            assertThat(failure.tlsFault()).contains(TlsFault.CLIENT_CERTIFICATE);
        }
    }

    @Test
    void file_thatChanges_isReadAgainAndTheOldSessionIsNotResumed() throws Exception {
        Path file = files.write("rotating.pem", files.key() + files.chain());
        Transport transport = transport(file);
        try (var demanding = demanding("TLSv1.3")) {
            String first = get(demanding, transport);
            String kept = get(demanding, transport);
            int connections = demanding.connections();
            replace(file, successor);

            String next = get(demanding, transport);

            assertThat(first).isEqualTo("CN=client");
            assertThat(kept).isEqualTo("CN=client");
            assertThat(connections).isEqualTo(1);
            assertThat(next).isEqualTo("CN=successor");
            assertThat(demanding.connections()).isEqualTo(2);
        }
    }

    @Test
    void file_halfReplaced_leavesTheOldCertificateForAWhile() throws Exception {
        Path file = files.write("half.pem", files.key() + files.chain());
        Transport transport = transport(file);
        try (var demanding = demanding("TLSv1.3")) {
            get(demanding, transport);
            Files.writeString(file, successor.substring(0, successor.length() / 2));

            String atOnce = get(demanding, transport);
            time.pass(CertifiedTransport.GRACE.minusMillis(1));
            String later = get(demanding, transport);
            time.pass(Duration.ofMillis(1));
            var failure = failure(demanding, transport);
            Files.writeString(file, successor);
            String whole = get(demanding, transport);

            assertThat(atOnce).isEqualTo("CN=client");
            assertThat(later).isEqualTo("CN=client");
            assertThat(failure).hasMessage("key file '" + file + "': certificate 1 has no END line");
            assertThat(failure.fault()).isEqualTo(Fault.CLIENT_KEY);
            assertThat(failure.worthRetrying()).isFalse();
            assertThat(whole).isEqualTo("CN=successor");
        }
    }

    @Test
    void file_unusableFromTheBeginning_isReported() throws Exception {
        Path file = folder.resolve("missing.pem");

        try (var demanding = demanding("TLSv1.3")) {
            assertThat(failure(demanding, transport(file))).hasMessage("key file '" + file + "': no such file");
        }
    }

    @Test
    void file_withoutCertificate_isReported() throws Exception {
        Path file = files.write("bare.pem", files.key());

        try (var demanding = demanding("TLSv1.3")) {
            assertThat(failure(demanding, transport(file)))
                    .hasMessage("key file '" + file + "': has no certificate beside the private key");
        }
    }

    @Test
    void file_isNotReadForPlainHttp() throws Exception {
        try (var plain = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(get(plain, transport(folder.resolve("missing.pem")))).isEqualTo("ok");
        }
    }

    private static WireServer demanding(String protocol) throws Exception {
        var context = keys.trusting(server, files.authority());
        return WireServer.answeringOverTls(new DemandingSockets(context.getServerSocketFactory(), protocol), WHO);
    }

    private static TransportOptions trusting() {
        return TransportOptions.DEFAULT.withCaFile(server.pem());
    }

    private static Transport transport(Path file) {
        return Transports.direct().with(trusting().withClientKey(KeyFile.of(file)));
    }

    private String get(WireServer from, Transport transport) throws Exception {
        try (var response = transport.send(
                Request.of("GET", from.url(), Headers.none()), Deadline.after(Duration.ofSeconds(50), time))) {
            return new String(response.bodyWithin(1000), StandardCharsets.UTF_8);
        }
    }

    /**
     * Why there is no answer. A server that hangs up right behind its alert may break the connection before the alert is read;
     * that is worth a retry, and what comes then is looked at.
     */
    private TransportException failure(WireServer from, Transport transport) {
        TransportException failure = catchThrowableOfType(TransportException.class, () -> get(from, transport));
        for (int i = 0; i < MOST_BREAKS && failure.fault() == TransportException.Fault.BROKEN; i++) {
            failure = catchThrowableOfType(TransportException.class, () -> get(from, transport));
        }
        return failure;
    }

    private static void replace(Path file, String text) throws Exception {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
