package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.secret.Environment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            List<CheckedStep> steps = steps(listening.url(), trusting(server), longAgo());

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
            assertThat(steps(listening.url(), trusting(server), now).get(4).advice())
                    .contains("the certificate of " + listening.peer() + " ends at " + end(server) + ", in " + told
                            + " days: have it renewed");
        }
    }

    @Test
    void certificate_thatEndsIn30Days_isNotWorthAWord() throws Exception {
        Instant now = end(server).minus(Duration.ofDays(30));
        try (var listening = listening(server)) {
            assertThat(steps(listening.url(), trusting(server), now).get(4).advice())
                    .isEmpty();
        }
    }

    @Test
    void certificate_thatJavaDoesNotTrust_isTheEnd() throws Exception {
        try (var listening = listening(server)) {
            assertEnd(
                    steps(listening.url(), TransportOptions.DEFAULT),
                    "TLS: failed, the certificate of " + listening.peer()
                            + " is not trusted: it is signed by itself ('CN=server')",
                    "give the certificate of its authority with --ca_file");
            assertThat(listening.requests()).isEmpty();
        }
    }

    @Test
    void certificate_thatTheCaFileDoesNotVouchFor_isTheEnd() throws Exception {
        try (var listening = listening(server)) {
            assertEnd(
                    steps(listening.url(), trusting(files.authority())),
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
            assertEnd(
                    steps(listening.url(), trusting(files.authority())),
                    "TLS: failed, the certificate of " + listening.peer() + " has expired on " + end(expired),
                    "have the certificate of the server renewed, and check this machine's clock");
        }
    }

    @Test
    void certificate_ofAnotherHost_isTheEnd() throws Exception {
        var other = keys.identity("other", "-ext", "san=dns:idp.example.org");
        try (var listening = listening(other)) {
            assertEnd(
                    steps(listening.url(), trusting(other)),
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
            CheckedStep end = last(steps(listening.url(), TransportOptions.DEFAULT));

            assertThat(end.toString()).matches("TLS: failed, " + found.replace("localhost:PORT", listening.peer()));
            assertThat(end.advice()).contains(advice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatIsDemanded_isShown(String protocol) throws Exception {
        Path file = files.write("check.pem", files.key() + files.chain());
        try (var listening = demanding(protocol)) {
            List<CheckedStep> steps = steps(listening.url(), trusting(server).withClientKey(KeyFile.of(file)));

            assertThat(steps).hasSize(6).allMatch(CheckedStep::passed);
            assertThat(steps.get(4).found())
                    .startsWith(protocol + ", ")
                    .endsWith("; client certificate: asked for, and shown ('CN=client')");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatIsDemandedAndMissing_isTheEnd(String protocol) throws Exception {
        try (var listening = demanding(protocol)) {
            List<CheckedStep> steps = steps(listening.url(), trusting(server));

            assertThat(steps).hasSize(5);
            // With TLS 1.3 the server's refusal may be lost with the connection.
            assertThat(last(steps).toString())
                    .matches("TLS: failed, (?:"
                            + listening.peer() + " demands a client certificate, and none was given"
                            + " \\((certificate_required|bad_certificate|handshake_failure|it hung up)\\)"
                            + "|the connection to " + listening.peer() + " broke before an answer came; it asks for a"
                            + " client certificate, and none was given)");
            assertThat(last(steps).advice())
                    .contains("give a certificate that the server accepts with --certificate_file");
        }
    }

    @Test
    void clientCertificate_thatIsNotAskedFor_isTold() throws Exception {
        Path file = files.write("unasked.pem", files.key() + files.chain());
        try (var listening = listening(server)) {
            List<CheckedStep> steps = steps(listening.url(), trusting(server).withClientKey(KeyFile.of(file)));

            assertThat(steps.get(4).found())
                    .endsWith("; client certificate: not asked for, so that of '" + file + "' was not shown");
        }
    }

    @Test
    void clientKey_thatCannotBeUsed_isTheEnd() throws Exception {
        Path file = folder.resolve("missing.pem");
        try (var listening = listening(server)) {
            assertEnd(
                    steps(listening.url(), trusting(server).withClientKey(KeyFile.of(file))),
                    "TLS: failed, key file '" + file + "': no such file",
                    "correct --certificate_file, or its key and password");
        }
    }

    @Test
    void caFile_thatIsMissing_isRefusedBeforeAnything() {
        var options = TransportOptions.DEFAULT.withCaFile(folder.resolve("no-ca.pem"));

        assertThatThrownBy(() -> check(options, longAgo()))
                .isInstanceOf(TrustException.class)
                .hasMessage("CA file '" + folder.resolve("no-ca.pem") + "': no such file");
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

    private static Instant end(KeyTool.Identity identity) {
        return CertificateFile.certificates(identity.pem()).get(0).getNotAfter().toInstant();
    }

    private static Instant longAgo() {
        return Instant.EPOCH;
    }

    private static List<CheckedStep> steps(URI url, TransportOptions options) throws InterruptedException {
        return steps(url, options, longAgo());
    }

    private static List<CheckedStep> steps(URI url, TransportOptions options, Instant now) throws InterruptedException {
        return check(options, now).steps(url);
    }

    private static ConnectionCheck check(TransportOptions options, Instant now) {
        var time = new HandTime();
        time.pass(Duration.between(HandTime.BEGIN, now));
        return ConnectionCheck.of(options, Environment.of(Map.of()), time, name -> "--" + name);
    }

    private static CheckedStep last(List<CheckedStep> steps) {
        return steps.get(steps.size() - 1);
    }

    private static void assertEnd(List<CheckedStep> steps, String line, String advice) {
        assertThat(last(steps)).hasToString(line);
        assertThat(last(steps).advice()).contains(advice);
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(CheckedStep::passed);
    }
}
