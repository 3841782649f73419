package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that is more than the connection takes at once. */
@Timeout(60)
final class LargeBodyTest {

    private static final long TOO_MUCH = 1L << 40;

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);
    private final CountDownLatch reading = new CountDownLatch(1);

    @Test
    void server_thatReadsNothing_isGivenUpAtTheDeadline() throws Exception {
        try (var server = new Deaf()) {
            var exception = catchThrowableOfType(
                    TransportException.class, () -> send(server.url(), TOO_MUCH, Duration.ofMillis(500)));

            assertThat(exception)
                    .hasMessage("no answer from localhost:" + server.url().getPort() + " within 0.5 s");
            assertThat(exception.fault()).isEqualTo(Fault.TIMEOUT);
        }
    }

    @Test
    void sending_interrupted_endsAtOnce() throws Exception {
        try (var server = new Deaf()) {
            var sending = Running.start(() -> send(server.url(), TOO_MUCH, Duration.ofSeconds(50)));
            assertThat(reading.await(50, TimeUnit.SECONDS)).isTrue();

            sending.interrupt();

            assertThat(sending.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void server_thatReadsSlowly_getsAllOfIt() throws Exception {
        int size = 20_000_000;
        try (var server = new Talking(size, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(send(server.url(), size, Duration.ofSeconds(50))).isEqualTo("200 ok");
        }
    }

    @Test
    void server_thatHasHadEnough_isHeard() throws Exception {
        String enough = "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 6\r\n\r\nenough";
        try (var server = new Talking(100_000, enough)) {
            assertThat(send(server.url(), TOO_MUCH, Duration.ofSeconds(50))).isEqualTo("413 enough");
        }
    }

    private String send(URI url, long length, Duration within) throws IOException, InterruptedException {
        var request = new Request("PUT", url, Headers.none(), RequestBody.of(length, Endless::new));
        try (Response answer = transport.send(request, Deadline.after(within, TimeSource.system()))) {
            return answer.status() + " " + new String(answer.bodyWithin(100), StandardCharsets.UTF_8);
        }
    }

    private final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            reading.countDown();
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            return length;
        }
    }

    /** Takes connections in, and reads nothing from them. */
    private static class Deaf implements AutoCloseable {

        final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Deaf() throws IOException {}

        URI url() {
            return URI.create("http://localhost:" + listening.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    /** Reads so many octets of body, answers, and reads the rest until the other side hangs up. */
    private static final class Talking extends Deaf {

        private Talking(int octets, String answer) throws IOException {
            var task = new FutureTask<>(() -> {
                try (Socket socket = listening.accept()) {
                    InputStream in = socket.getInputStream();
                    readHead(in);
                    for (int left = octets; left > 0; ) {
                        left -= in.readNBytes(Math.min(left, 1 << 20)).length;
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    return in.transferTo(OutputStream.nullOutputStream());
                }
            });
            new Thread(task).start();
        }

        private static void readHead(InputStream in) throws IOException {
            int matched = 0;
            while (matched < 4) {
                matched = in.read() == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
            }
        }
    }
}
