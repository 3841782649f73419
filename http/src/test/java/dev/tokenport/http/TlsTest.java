package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class TlsTest {

    private static final WireServer.Answer OK = wire -> wire.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool keys;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity local;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity authority;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity signed;

    @BeforeAll
    static void makeCertificate() throws Exception {
        keys = new KeyTool(folder);
        local = keys.identity("local", "-ext", "san=dns:localhost");
        authority = keys.identity("authority", "-ext", "bc:critical");
        signed = keys.signed("signed", authority);
    }

    @Test
    void certificate_ofTheCaFile_isTrusted() throws Exception {
        try (var server = server(local);
                var response = get(server, trusting(local.pem()))) {
            assertThat(new String(response.bodyWithin(10), StandardCharsets.UTF_8))
                    .isEqualTo("ok");
        }
    }

    @Test
    void certificate_amongSeveralOfTheCaFile_isTrusted() throws Exception {
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                "# two of them\n" + Files.readString(authority.pem()) + "\r\nand\r\n" + Files.readString(local.pem()));

        try (var server = server(local);
                var response = get(server, trusting(both))) {
            assertThat(response.status()).isEqualTo(200);
        }
    }

    @Test
    void certificate_ofUnknownOrigin_isNotTrusted() throws Exception {
        try (var server = server(local)) {
            assertTlsFault(
                    server,
                    TransportOptions.DEFAULT,
                    TlsFault.UNTRUSTED,
                    "the certificate of " + server.peer() + " is not trusted: it is signed by itself ('CN=local')");
        }
    }

    @Test
    void certificate_notInTheCaFile_isNotTrusted() throws Exception {
        try (var server = server(local)) {
            assertTlsFault(
                    server,
                    trusting(authority.pem()),
                    TlsFault.UNTRUSTED,
                    "the certificate of " + server.peer() + " is not trusted: it is signed by itself ('CN=local')");
        }
    }

    @Test
    void certificate_signedByAnAuthorityOfTheCaFile_isTrusted() throws Exception {
        try (var server = server(signed);
                var response = get(server, trusting(authority.pem()))) {
            assertThat(response.status()).isEqualTo(200);
        }
    }

    @Test
    void certificate_ofAnUnknownAuthority_isNotTrusted() throws Exception {
        try (var server = server(signed)) {
            assertTlsFault(
                    server,
                    trusting(local.pem()),
                    TlsFault.UNTRUSTED,
                    "the certificate of " + server.peer() + " is not trusted: its authority 'CN=authority' is unknown");
        }
    }

    @Test
    void certificate_expired_isNamed() throws Exception {
        var expired = keys.signed("expired", authority, "-startdate", "2020/01/01 00:00:00", "-validity", "1");
        try (var server = server(expired)) {
            var exception =
                    catchThrowableOfType(TransportException.class, () -> get(server, trusting(authority.pem())));

            assertThat(exception.tlsFault()).contains(TlsFault.EXPIRED);
            assertThat(exception)
                    .hasMessageMatching("the certificate of localhost:\\d+ has expired on 2020-01-0[12]T[0-9:]{8}Z");
        }
    }

    @Test
    void certificate_forAnotherHost_isNamed() throws Exception {
        var other = keys.identity("wrong-host", "-ext", "san=dns:idp.example.org,dns:*.example.net,ip:10.1.2.3");
        try (var server = server(other)) {
            assertTlsFault(
                    server,
                    trusting(other.pem()),
                    TlsFault.WRONG_HOST,
                    "the certificate of " + server.peer()
                            + " is for another host: idp.example.org, *.example.net, 10.1.2.3");
        }
    }

    @ParameterizedTest
    @CsvSource({"40, handshake_failure", "70, protocol_version"})
    void protocol_notInCommon_isNamed(int code, String alert) throws Exception {
        try (var server = HandshakeServer.answering(new byte[] {21, 3, 3, 0, 2, 2, (byte) code})) {
            var exception =
                    catchThrowableOfType(TransportException.class, () -> send(server.url(), TransportOptions.DEFAULT));

            assertThat(exception.fault()).isEqualTo(Fault.TLS);
            assertThat(exception.tlsFault()).contains(TlsFault.NO_COMMON_PROTOCOL);
            assertThat(exception)
                    .hasMessageStartingWith("no TLS version or cipher in common with " + server.peer() + " (")
                    .hasMessageContaining(alert);
        }
    }

    @Test
    void alert_ofAnotherKind_isNamedInTheLibrarysWords() throws Exception {
        byte internalError = 80;
        try (var server = HandshakeServer.answering(new byte[] {21, 3, 3, 0, 2, 2, internalError})) {
            var exception =
                    catchThrowableOfType(TransportException.class, () -> send(server.url(), TransportOptions.DEFAULT));

            assertThat(exception.tlsFault()).contains(TlsFault.OTHER);
            assertThat(exception)
                    .hasMessageStartingWith("the TLS handshake with " + server.peer() + " failed (")
                    .hasMessageContaining("internal_error");
        }
    }

    @Test
    void plainHttp_onATlsUrl_isNamed() throws Exception {
        byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (var server = HandshakeServer.answering(http)) {
            var exception =
                    catchThrowableOfType(TransportException.class, () -> send(server.url(), TransportOptions.DEFAULT));

            assertThat(exception)
                    .hasMessage(server.peer() + " does not speak TLS (https); a wrong port, or plain http?");
            assertThat(exception.tlsFault()).contains(TlsFault.NOT_TLS);
        }
    }

    @Test
    void handshake_hungUpOn_isABrokenConnection() throws Exception {
        try (var server = HandshakeServer.answering(new byte[0])) {
            var exception =
                    catchThrowableOfType(TransportException.class, () -> send(server.url(), TransportOptions.DEFAULT));

            assertThat(exception)
                    .hasMessage("the connection to " + server.peer() + " broke before the TLS handshake was over");
            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
        }
    }

    @Test
    void caFile_changed_givesANewTransport() throws Exception {
        var transports = Transports.direct();
        Path file = Files.copy(local.pem(), folder.resolve("rotated.pem"));
        Transport before = transports.with(trusting(file));
        Transport same = transports.with(trusting(file));
        Files.writeString(file, Files.readString(authority.pem()));

        Transport after = transports.with(trusting(file));

        assertThat(same).isSameAs(before);
        assertThat(after).isNotSameAs(before);
    }

    private static void assertTlsFault(WireServer server, TransportOptions options, TlsFault fault, String message) {
        var exception = catchThrowableOfType(TransportException.class, () -> get(server, options));

        assertThat(exception).hasMessage(message);
        assertThat(exception.fault()).isEqualTo(Fault.TLS);
        assertThat(exception.tlsFault()).contains(fault);
        assertThat(exception.worthRetrying()).isFalse();
        assertThat(server.requests()).isEmpty();
    }

    private static WireServer server(KeyTool.Identity identity) throws Exception {
        return WireServer.answeringOverTls(keys.context(identity).getServerSocketFactory(), OK);
    }

    private static TransportOptions trusting(Path file) {
        return TransportOptions.DEFAULT.withCaFile(file);
    }

    private static Response get(WireServer server, TransportOptions options) throws IOException, InterruptedException {
        return send(server.url(), options);
    }

    private static Response send(URI url, TransportOptions options) throws IOException, InterruptedException {
        return Transports.direct()
                .with(options)
                .send(
                        Request.of("GET", url, Headers.none()),
                        Deadline.after(Duration.ofSeconds(50), TimeSource.system()));
    }
}
