package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Octets over a connection instead of an answer: an answer with a bounded body, or a {@link TransportException}. */
final class WireFuzzTest {

    private static final int LIMIT = 1 << 20;

    @FuzzTest
    void answer(byte[] input) throws Exception {
        try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var server = new Thread(() -> serve(listening, input));
            server.setDaemon(true);
            server.start();
            URI url = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
            Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

            Bounds.within(input, () -> {
                Deadline deadline = Deadline.after(Duration.ofSeconds(20), TimeSource.system());
                try (Response answer = transport.send(Request.of("GET", url, Headers.none()), deadline)) {
                    assertThat(answer.status()).isGreaterThanOrEqualTo(200);
                    assertThat(answer.bodyWithin(LIMIT).length).isLessThanOrEqualTo(LIMIT);
                } catch (TransportException | BodyTooLargeException e) {
                    Messages.fit(e);
                }
            });
        }
    }

    private static void serve(ServerSocket listening, byte[] answer) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.getOutputStream().write(answer);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client has hung up, or the test is over; whether to go on depends on the port alone.
            }
        }
    }
}
