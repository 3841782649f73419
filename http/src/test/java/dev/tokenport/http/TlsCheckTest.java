package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to servers with TLS, as far as it leads. */
@Timeout(120)
final class TlsCheckTest {

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

    @Test
    void server_ofTheCaFile_isReached() throws Exception {
        try (var listening = listening(server)) {
            List<CheckedStep> steps = Checks.steps(listening.url(), trusting(server));

            assertThat(steps)
                    .extracting(CheckedStep::name)
                    .containsExactly("URL", "proxy", "DNS", "TCP", "TLS", "HTTP");
            assertThat(steps).allMatch(CheckedStep::passed);
            assertThat(steps.get(4).toString())
                    .matches(
                            "TLS: ok, TLSv1\\.[23], TLS_[A-Z0-9_]+; certificate of 'CN=server', issued by 'CN=server', valid"
                                    + " until " + end(server) + "; trusted: --ca_file '" + server.pem()
                                    + "'; client certificate: not asked for");
            assertThat(steps.get(4).advice()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"29, 23, 29", "0, 0, 0"})
    void certificate_thatEndsSoon_isReachedWithAdvice(long days, long hours, long told) throws Exception {
        Instant now = end(server).minus(Duration.ofDays(days).plusHours(hours));
        try (var listening = listening(server)) {
            assertThat(Checks.check(trusting(server), now)
                            .steps(listening.url())
                            .get(4)
                            .advice())
                    .contains("the certificate of " + listening.peer() + " ends at " + end(server) + ", in " + told
                            + " days: have it renewed");
        }
    }

    @Test
    void certificate_thatEndsIn30Days_isNotWorthAWord() throws Exception {
        Instant now = end(server).minus(Duration.ofDays(30));
        try (var listening = listening(server)) {
            assertThat(Checks.check(trusting(server), now)
                            .steps(listening.url())
                            .get(4)
                            .advice())
                    .isEmpty();
        }
    }

    @Test
    void certificate_thatJavaDoesNotTrust_isTheEnd() throws Exception {
        try (var listening = listening(server)) {
            Checks.assertEnd(
                    Checks.steps(listening.url(), TransportOptions.DEFAULT),
                    "TLS: failed, the certificate of " + listening.peer()
                            + " is not trusted: it is signed by itself ('CN=server')",
                    "give the certificate of its authority with --ca_file");
            assertThat(listening.requests()).isEmpty();
        }
    }

    @Test
    void certificate_thatTheCaFileDoesNotVouchFor_isTheEnd() throws Exception {
        try (var listening = listening(server)) {
            Checks.assertEnd(
                    Checks.steps(listening.url(), trusting(files.authority())),
                    "TLS: failed, the certificate of " + listening.peer()
                            + " is not trusted: it is signed by itself ('CN=server')",
                    "add the certificate of its authority to '"
                            + files.authority().pem() + "', which is trusted in the place of Java's");
        }
    }

    @Test
    void certificate_expired_isTheEnd() throws Exception {
        var expired = keys.signed("expired", files.authority(), "-startdate", "2020/01/01 00:00:00", "-validity", "1");
        try (var listening = listening(expired)) {
            Checks.assertEnd(
                    Checks.steps(listening.url(), trusting(files.authority())),
                    "TLS: failed, the certificate of " + listening.peer() + " has expired on " + end(expired),
                    "have the certificate of the server renewed, and check this machine's clock");
        }
    }

    @Test
    void certificate_ofAnotherHost_isTheEnd() throws Exception {
        var other = keys.identity("other", "-ext", "san=dns:idp.example.org");
        try (var listening = listening(other)) {
            Checks.assertEnd(
                    Checks.steps(listening.url(), trusting(other)),
                    "TLS: failed, the certificate of " + listening.peer() + " is for another host: idp.example.org",
                    "use a host in the URL that the certificate is for, or have it made out for this one");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 400 Bad | localhost:PORT does not speak TLS \\(https\\); a wrong port, or plain http\\?"
                        + " | check scheme and port in the URL",
                "'' | the connection to localhost:PORT broke before the TLS handshake was over"
                        + " | check the port in the URL, and what the log of the server says",
                "ALERT70 | no TLS version or cipher in common with localhost:PORT \\(.*protocol_version.*\\)"
                        + " | have the server offer TLS 1.2 or 1.3, with a cipher suite that this Java has",
                "ALERT80 | the TLS handshake with localhost:PORT failed \\(.*internal_error.*\\)"
                        + " | look into the log of the server",
            })
    void handshake_thatFails_isTheEnd(String sent, String found, String advice) throws Exception {
        byte[] answer = sent.startsWith("ALERT")
                ? new byte[] {21, 3, 3, 0, 2, 2, Byte.parseByte(sent.substring(5))}
                : sent.getBytes(StandardCharsets.US_ASCII);
        try (var listening = HandshakeServer.answering(answer)) {
            CheckedStep end = Checks.last(Checks.steps(listening.url(), TransportOptions.DEFAULT));

            assertThat(end.toString()).matches("TLS: failed, " + found.replace("localhost:PORT", listening.peer()));
            assertThat(end.advice()).contains(advice);
        }
    }

    @Test
    void caFile_thatIsMissing_isRefusedBeforeAnything() {
        var options = TransportOptions.DEFAULT.withCaFile(folder.resolve("no-ca.pem"));

        assertThatThrownBy(() -> Checks.check(options, Instant.EPOCH))
                .isInstanceOf(TrustException.class)
                .hasMessage("CA file '" + folder.resolve("no-ca.pem") + "': no such file");
    }

    private static WireServer listening(KeyTool.Identity identity) throws Exception {
        return WireServer.answeringOverTls(keys.context(identity).getServerSocketFactory(), OK);
    }

    private static TransportOptions trusting(KeyTool.Identity identity) {
        return TransportOptions.DEFAULT
                .withConnectTimeout(Duration.ofSeconds(50))
                .withCaFile(identity.pem());
    }

    private static Instant end(KeyTool.Identity identity) {
        return CertificateFile.certificates(identity.pem()).get(0).getNotAfter().toInstant();
    }
}
