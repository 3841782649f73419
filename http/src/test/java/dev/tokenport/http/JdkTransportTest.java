package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class JdkTransportTest {

    private static final Duration AMPLE = Duration.ofSeconds(50);

    private final Transport transport = Transports.jdk().with(TransportOptions.DEFAULT);

    @Test
    void request_sent_arrivesAsItIs() throws Exception {
        try (var server =
                WireServer.answering("HTTP/1.1 200 OK\r\nX-One: 1\r\nx-one: 2\r\nContent-Length: 2\r\n\r\nok")) {
            var headers = Headers.none()
                    .with("Accept", "application/json")
                    .with("X-Two", "a")
                    .with("X-Two", "b");
            var request = new Request(
                    "POST",
                    server.url().resolve("/tökens?a=%20b"),
                    headers,
                    "grant=ü".getBytes(StandardCharsets.UTF_8));

            try (var response = transport.send(request, within(AMPLE))) {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers().all("X-ONE")).containsExactly("1", "2");
                assertThat(text(response)).isEqualTo("ok");
                assertThat(response).hasToString("Response[200]");
            }
            assertThat(server.requests())
                    .containsExactly("POST /t%C3%B6kens?a=%20b HTTP/1.1\r\n" + "Content-Length: 8\r\n"
                            + "Host: " + server.peer() + "\r\n"
                            + "Accept: application/json\r\nAccept-Encoding: gzip\r\nUser-Agent: tokenport\r\n"
                            + "X-Two: a\r\nX-Two: b\r\n\r\ngrant=ü");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isNotFollowed(int status) throws Exception {
        try (var server = WireServer.answering(
                "HTTP/1.1 " + status + " Elsewhere\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n")) {
            try (var response = transport.send(get(server.url()), within(AMPLE))) {
                assertThat(response.status()).isEqualTo(status);
                assertThat(response.headers().first("Location")).contains("/other");
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void status401_withoutChallenge_isAnAnswer() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno")) {
            try (var response = transport.send(get(server.url()), within(AMPLE))) {
                assertThat(response.status()).isEqualTo(401);
                assertThat(text(response)).isEqualTo("no");
            }
        }
    }

    @Test
    void cookie_isNotSentBack() throws Exception {
        try (var server =
                WireServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n")) {
            transport.send(get(server.url()), within(AMPLE)).close();
            transport.send(get(server.url()), within(AMPLE)).close();

            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        }
    }

    @Test
    void connection_afterAWholeAnswer_isUsedAgain() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            for (int i = 0; i < 3; i++) {
                try (var response = transport.send(get(server.url()), within(AMPLE))) {
                    assertThat(text(response)).isEqualTo("ok");
                }
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void transports_withTheSameOptions_areOne() {
        var transports = Transports.jdk();

        assertThat(transports.with(TransportOptions.DEFAULT)).isSameAs(transports.with(TransportOptions.DEFAULT));
        assertThat(transports.with(TransportOptions.DEFAULT.withConnectTimeout(Duration.ofSeconds(3))))
                .isNotSameAs(transports.with(TransportOptions.DEFAULT));
    }

    @Test
    void connection_closedWithoutAnswer_isBrokenAndThePostWasSentOnce() throws Exception {
        try (var server = WireServer.answering(wire -> wire.socket().close())) {
            var request = new Request("POST", server.url(), Headers.none(), bytes("x=y"));

            var exception =
                    catchThrowableOfType(TransportException.class, () -> transport.send(request, within(AMPLE)));

            assertThat(exception).hasMessage("the connection to " + server.peer() + " broke before an answer came");
            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
            assertThat(exception.worthRetrying()).isTrue();
            assertThat(exception.getCause()).isNotNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void post_onAConnectionResetAfterUse_isSentOnce() throws Exception {
        var count = new java.util.concurrent.atomic.AtomicInteger();
        try (var server = WireServer.answering(wire -> {
            if (count.incrementAndGet() == 1) {
                wire.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            } else {
                wire.socket().setSoLinger(true, 0);
                wire.socket().close();
            }
        })) {
            var request = new Request("POST", server.url(), Headers.none(), bytes("x=y"));
            transport.send(request, within(AMPLE)).bodyWithin(10);

            var exception =
                    catchThrowableOfType(TransportException.class, () -> transport.send(request, within(AMPLE)));

            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void host_unknown_isNamed() {
        var exception = catchThrowableOfType(
                TransportException.class,
                () -> transport.send(get(URI.create("http://idp.invalid/token")), within(AMPLE)));

        assertThat(exception).hasMessage("unknown host 'idp.invalid'");
        assertThat(exception.fault()).isEqualTo(Fault.UNKNOWN_HOST);
        assertThat(exception.worthRetrying()).isFalse();
        assertThat(exception.tlsFault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void connection_refused_isNamed(String scheme) throws Exception {
        try (var gone = RefusingPort.open()) {
            var exception = catchThrowableOfType(
                    TransportException.class, () -> transport.send(get(gone.url(scheme)), within(AMPLE)));

            assertThat(exception).hasMessage("connection to localhost:" + gone.port() + " refused");
            assertThat(exception.fault()).isEqualTo(Fault.REFUSED);
            assertThat(exception.worthRetrying()).isTrue();
        }
    }

    @Test
    void server_silent_endsAtTheDeadline() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            wire.awaitClosed();
            closed.countDown();
        })) {
            var exception = catchThrowableOfType(
                    TransportException.class, () -> transport.send(get(server.url()), within(Duration.ofMillis(300))));

            assertThat(exception).hasMessage("no answer from " + server.peer() + " within 0.3 s");
            assertThat(exception.fault()).isEqualTo(Fault.TIMEOUT);
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void server_drippingHeaders_endsAtTheDeadline() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\n");
            drip(wire, "X: y\r\n", closed);
        })) {
            assertThatThrownBy(() -> transport.send(get(server.url()), within(Duration.ofMillis(500))))
                    .isInstanceOf(TransportException.class)
                    .hasMessage("no answer from " + server.peer() + " within 0.5 s");
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void server_drippingBody_endsAtTheDeadline() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            drip(wire, "x", closed);
        })) {
            try (var response = transport.send(get(server.url()), within(Duration.ofSeconds(1)))) {
                assertThatThrownBy(() -> response.bodyWithin(1_000_000))
                        .isInstanceOf(TransportException.class)
                        .hasMessage("the answer of " + server.peer() + " did not end within 1 s");
                assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void server_silentInTheBody_endsAtTheDeadline() throws Exception {
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");
            wire.awaitClosed();
        })) {
            try (var response = transport.send(get(server.url()), within(Duration.ofSeconds(1)))) {
                assertThatThrownBy(() -> response.bodyWithin(100))
                        .isInstanceOf(TransportException.class)
                        .hasMessage("the answer of " + server.peer() + " did not end within 1 s");
            }
        }
    }

    @Test
    void deadline_alreadyPassed_sendsNothing() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> transport.send(get(server.url()), within(Duration.ZERO)))
                    .hasMessage("no answer from " + server.peer() + " within 0 s");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void tlsHandshake_silent_endsAtTheConnectTimeout() throws Exception {
        try (var server = WireServer.answering(WireServer.Wire::awaitClosed)) {
            var impatient = Transports.jdk().with(TransportOptions.DEFAULT.withConnectTimeout(Duration.ofMillis(500)));
            var url = URI.create("https://" + server.peer() + "/");

            var exception =
                    catchThrowableOfType(TransportException.class, () -> impatient.send(get(url), within(AMPLE)));

            assertThat(exception).hasMessage("no connection to " + server.peer() + " within 0.5 s");
            assertThat(exception.fault()).isEqualTo(Fault.TIMEOUT);
        }
    }

    @Test
    void sending_interrupted_endsAtOnceAndClosesTheConnection() throws Exception {
        var arrived = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            arrived.countDown();
            wire.awaitClosed();
            closed.countDown();
        })) {
            var sending = Running.start(() -> transport.send(get(server.url()), within(AMPLE)));
            assertThat(arrived.await(50, TimeUnit.SECONDS)).isTrue();

            sending.interrupt();

            assertThat(sending.failure()).isInstanceOf(InterruptedException.class);
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void reading_interrupted_endsAtOnceAndKeepsTheFlag() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");
            wire.awaitClosed();
            closed.countDown();
        })) {
            var begun = new CountDownLatch(1);
            var reading = Running.start(() -> {
                try (var response = transport.send(get(server.url()), within(AMPLE))) {
                    begun.countDown();
                    return response.bodyWithin(100);
                } finally {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                }
            });
            assertThat(begun.await(50, TimeUnit.SECONDS)).isTrue();

            reading.interrupt();

            assertThat(reading.failure())
                    .isInstanceOf(java.io.InterruptedIOException.class)
                    .hasMessage("reading the answer of " + server.peer() + " was interrupted");
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void thread_alreadyInterrupted_sendsNothing() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var task = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                return catchThrowableOfType(
                        InterruptedException.class, () -> transport.send(get(server.url()), within(AMPLE)));
            });
            task.run();

            assertThat(task.get()).isNotNull();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void body_shorterThanContentLength_isBroken() throws Exception {
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            wire.socket().close();
        })) {
            assertBroken(server, "broke off before its end");
        }
    }

    @Test
    void chunkedBody_truncated_isBroken() throws Exception {
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc");
            wire.socket().close();
        })) {
            assertBroken(server, "broke off before its end");
        }
    }

    @Test
    void answer_thatIsNotHttp_isBroken() throws Exception {
        try (var server = WireServer.answering("SSH-2.0-OpenSSH_9.2 hello there\r\n\r\n")) {
            assertThatThrownBy(() -> transport.send(get(server.url()), within(AMPLE)))
                    .isInstanceOf(TransportException.class)
                    .hasMessage(
                            "the answer of " + server.peer() + " is not HTTP; a wrong port, or http instead of https?");
        }
    }

    @Test
    void bodyTooLarge_isRefusedAndTheConnectionClosed() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            drip(wire, "x".repeat(1000), closed);
        })) {
            try (var response = transport.send(get(server.url()), within(AMPLE))) {
                assertThatThrownBy(() -> response.bodyWithin(10_000))
                        .isInstanceOf(BodyTooLargeException.class)
                        .hasMessage("the answer is larger than 10000 bytes");
            }
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void body_closed_cannotBeRead() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            var response = transport.send(get(server.url()), within(AMPLE));

            response.close();

            assertThatThrownBy(() -> response.body().read())
                    .isInstanceOf(IOException.class)
                    .hasMessage("the body is closed");
        }
    }

    @Test
    void head_hasNoBody() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")) {
            var request = Request.of("HEAD", server.url(), Headers.none());
            try (var response = transport.send(request, within(AMPLE))) {
                assertThat(response.bodyWithin(0)).isEmpty();
            }
        }
    }

    private void assertBroken(WireServer server, String how) throws Exception {
        try (var response = transport.send(get(server.url()), within(AMPLE))) {
            var exception = catchThrowableOfType(TransportException.class, () -> response.bodyWithin(100));
            assertThat(exception).hasMessage("the answer of " + server.peer() + " " + how);
            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
        }
    }

    private static void drip(WireServer.Wire wire, String drop, CountDownLatch closed)
            throws IOException, InterruptedException {
        try {
            while (true) {
                wire.write(drop);
                // The server's own rhythm, nothing waits for it.
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (IOException e) {
            closed.countDown();
            throw e;
        }
    }

    private static Request get(URI url) {
        return Request.of("GET", url, Headers.none());
    }

    private static Deadline within(Duration duration) {
        return Deadline.after(duration, TimeSource.system());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Response response) throws IOException {
        return new String(response.bodyWithin(1000), StandardCharsets.UTF_8);
    }
}
