package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to servers without TLS, as far as it leads. */
@Timeout(60)
final class ConnectionCheckTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String CHECK_LOG = "check the port in the URL, and what the log of the server says";
    private static final String NO_ANSWER =
            "what listens there does not answer: check the port, and what the log of the server says";

    @Test
    void server_thatAnswers_isReachedStepByStep() throws Exception {
        try (var server = WireServer.answering(OK)) {
            List<CheckedStep> steps = steps(server.url());

            assertThat(lines(steps))
                    .containsExactly(
                            "URL: ok, " + server.url(),
                            "proxy: ok, none (this machine is asked directly)",
                            "DNS: ok, localhost is 127.0.0.1 (0 ms)",
                            "TCP: ok, connected to " + server.peer() + " (0 ms)",
                            "HTTP: ok, HTTP/1.1 with status 200 (asked with HEAD, without credentials)");
            assertThat(steps).allSatisfy(step -> assertThat(step.advice()).isEmpty());
            assertThat(server.requests())
                    .containsExactly(
                            "HEAD / HTTP/1.1\r\nHost: " + server.peer()
                                    + "\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nUser-Agent: tokenport\r\nConnection: close\r\n\r\n");
        }
    }

    @Test
    void url_withQuery_isAskedWithItAndShownWithout() throws Exception {
        try (var server = WireServer.answering(OK)) {
            List<CheckedStep> steps = steps(URI.create("http://" + server.peer() + "?tenant=s3cret"));

            assertThat(steps.get(0)).hasToString("URL: ok, http://" + server.peer());
            assertThat(server.requests().get(0)).startsWith("HEAD /?tenant=s3cret HTTP/1.1\r\n");
        }
    }

    @Test
    void host_thatIsAnAddress_isNotAskedOfDns() throws Exception {
        try (var server = WireServer.answering(OK)) {
            URI url = URI.create("http://127.0.0.1:" + server.url().getPort() + "/");

            assertThat(steps(url)).element(2).hasToString("DNS: ok, not asked: 127.0.0.1 is an address");
        }
    }

    @Test
    void host_unknown_isTheEnd() throws Exception {
        List<CheckedStep> steps = steps(URI.create("http://no-such-host.invalid/token"));

        assertThat(steps).hasSize(3);
        Checks.assertEnd(
                steps,
                "DNS: failed, unknown host 'no-such-host.invalid'",
                "check the host in the URL and this machine's DNS; where only a proxy leads out, give --proxy");
    }

    @Test
    void connection_refused_isTheEnd() throws Exception {
        try (var gone = RefusingPort.open()) {
            List<CheckedStep> steps = steps(gone.url("http"));

            assertThat(steps).hasSize(4);
            Checks.assertEnd(
                    steps,
                    "TCP: failed, connection to localhost:" + gone.port() + " refused",
                    "check host and port in the URL, and that the server runs");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SSH-2.0-OpenSSH_9.2\\r\\n | is not HTTP; a wrong port, or http instead of https?",
                "HTTP/2 200\\r\\n\\r\\n | is not HTTP; a wrong port, or http instead of https?",
            })
    void answer_thatIsNotHttp_isTheEnd(String wire, String fault) throws Exception {
        String octets = wire.replace("\\r\\n", "\r\n");
        try (var server = WireServer.answering(octets)) {
            Checks.assertEnd(
                    steps(server.url()), "HTTP: failed, the answer of " + server.peer() + " " + fault, CHECK_LOG);
        }
    }

    @Test
    void answer_withAnEndlessHead_isTheEnd() throws Exception {
        WireServer.Answer endless = wire -> {
            wire.write("HTTP/1.1 200 OK\r\n");
            while (true) {
                wire.write("X-More: " + "x".repeat(1000) + "\r\n");
            }
        };
        try (var server = WireServer.answering(endless)) {
            Checks.assertEnd(
                    steps(server.url()),
                    "HTTP: failed, the answer of " + server.peer() + " has too many header fields, or too large ones",
                    CHECK_LOG);
        }
    }

    @Test
    void answer_afterInterimOnes_isTheOneThatCounts() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 405 No\r\n\r\n")) {
            assertThat(Checks.last(steps(server.url())))
                    .hasToString("HTTP: ok, HTTP/1.1 with status 405 (asked with HEAD, without credentials)");
        }
    }

    @Test
    void answer_thatDoesNotCome_isTheEndWhenConnectingWouldBe() throws Exception {
        try (var server = WireServer.answering(WireServer.Wire::awaitClosed)) {
            Checks.assertEnd(
                    steps(server.url(), Duration.ofMillis(300)),
                    "HTTP: failed, no answer from " + server.peer() + " within 0.3 s",
                    NO_ANSWER);
        }
    }

    @Test
    void connection_closedOnTheRequest_isTheEnd() throws Exception {
        try (var server = WireServer.answering(wire -> wire.socket().close())) {
            Checks.assertEnd(
                    steps(server.url()),
                    "HTTP: failed, the connection to " + server.peer() + " broke before an answer came",
                    CHECK_LOG);
        }
    }

    @Test
    void handshake_withASilentServer_isTheEndWhenConnectingWouldBe() throws Exception {
        try (var server = WireServer.answering(OK)) {
            URI url = URI.create("https://" + server.peer() + "/");

            Checks.assertEnd(
                    steps(url, Duration.ofMillis(300)),
                    "TLS: failed, the TLS handshake with " + server.peer() + " was not over within 0.3 s",
                    NO_ANSWER);
        }
    }

    @Test
    void check_interrupted_endsAtOnce() throws Exception {
        try (var server = WireServer.answering(WireServer.Wire::awaitClosed)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> steps(server.url())).isInstanceOf(InterruptedException.class);
        }
    }

    private static List<CheckedStep> steps(URI url) throws InterruptedException {
        return steps(url, Duration.ofSeconds(30));
    }

    private static List<CheckedStep> steps(URI url, Duration limit) throws InterruptedException {
        return Checks.steps(url, TransportOptions.DEFAULT.withConnectTimeout(limit));
    }

    private static List<String> lines(List<CheckedStep> steps) {
        // Which addresses this machine has for itself is not what is tested.
        return steps.stream()
                .map(step -> step.toString().replaceFirst("127\\.0\\.0\\.1, [0-9a-f:]+|[0-9a-f:]+, 127", "127"))
                .toList();
    }
}
