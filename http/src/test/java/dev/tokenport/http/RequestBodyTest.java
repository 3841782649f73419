package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RequestBodyTest {

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void body_thatWaitsForAnotherAnswer_isSent() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")) {
            send(server.url(), RequestBody.of(3, () -> answer(server.url())));

            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests()).anyMatch(request -> request.endsWith("\r\n\r\nabc"));
        }
    }

    private InputStream answer(URI url) throws IOException {
        try {
            return transport
                    .send(
                            Request.of("GET", url, Headers.none()),
                            Deadline.after(Duration.ofSeconds(30), TimeSource.system()))
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void body_ofASource_isSentWithItsLengthAndClosed() throws Exception {
        byte[] bytes = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (var server = WireServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            send(server.url(), RequestBody.of(bytes.length, () -> watched(new ByteArrayInputStream(bytes))));

            assertThat(server.requests().get(0))
                    .contains("\r\nContent-Length: 100000\r\n")
                    .endsWith("\r\n\r\n" + "x".repeat(100_000));
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void body_thatHasGrown_isSentAsFarAsItWasAnnounced() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            send(server.url(), RequestBody.of(3, () -> new ByteArrayInputStream(new byte[] {'a', 'b', 'c', 'd'})));

            assertThat(server.requests().get(0)).endsWith("\r\n\r\nabc");
        }
    }

    @Test
    void body_thatHasShrunk_isAFaultAndClosed() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            var body = RequestBody.of(5, () -> watched(new ByteArrayInputStream(new byte[] {'a', 'b'})));

            assertThatThrownBy(() -> send(server.url(), body))
                    .isInstanceOf(RequestBodyException.class)
                    .hasMessage("the body ended after 2 of 5 bytes; it has become shorter while it was sent");
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void body_thatCannotBeOpened_isAFaultWithItsWords() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            var body = RequestBody.of(5, () -> {
                throw new IOException("file 'a' cannot be read: permission denied");
            });

            assertThatThrownBy(() -> send(server.url(), body))
                    .isInstanceOf(RequestBodyException.class)
                    .hasMessage("file 'a' cannot be read: permission denied");
        }
    }

    @Test
    void body_whoseConnectionBreaks_isClosed() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new FutureTask<>(() -> {
                try (Socket socket = listening.accept()) {
                    socket.setSoLinger(true, 0);
                    return socket.getInputStream().readNBytes(1 << 16).length;
                }
            });
            new Thread(server).start();
            URI url = URI.create("http://localhost:" + listening.getLocalPort() + "/");
            var body = RequestBody.of(Long.MAX_VALUE, () -> watched(new EndlessInput()));

            assertThatThrownBy(() -> send(url, body)).isInstanceOf(TransportException.class);
            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static final class EndlessInput extends InputStream {

        @Override
        public int read() {
            return 'x';
        }
    }

    @Test
    void body_printed_showsItsLengthOnly() {
        assertThat(RequestBody.of("hidden".getBytes(StandardCharsets.UTF_8))).hasToString("6 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestBody.of(-1, InputStream::nullInputStream))
                .withMessage("length -1 is negative");
    }

    private void send(URI url, RequestBody body) throws IOException, InterruptedException {
        var request = new Request("PUT", url, Headers.none(), body);
        transport
                .send(request, Deadline.after(Duration.ofSeconds(50), TimeSource.system()))
                .close();
    }

    private InputStream watched(InputStream input) {
        return new FilterInputStream(input) {
            @Override
            public void close() throws IOException {
                super.close();
                closed.countDown();
            }
        };
    }
}
