package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a connection between two exchanges. */
@Timeout(60)
final class KeptConnectionTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void connection_closedByTheServerInBetween_isNotUsedAgain(String method) throws Exception {
        var closed = new CountDownLatch(2);
        try (var server = WireServer.answering(wire -> {
            wire.write(OK);
            wire.socket().close();
            closed.countDown();
        })) {
            assertThat(ask(server, method)).isEqualTo("ok");
            untilClosed(closed, 1);

            assertThat(ask(server, method)).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.requests()).hasSize(2);
        }
    }

    /** That the server has closed it is known here a moment later. */
    private static void untilClosed(CountDownLatch closed, long left) throws InterruptedException {
        while (closed.getCount() > left) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(50);
    }

    @Test
    void answer_thatNobodyAskedFor_isNotTakenForTheNext() throws Exception {
        try (var server =
                WireServer.answering(wire -> wire.write(OK + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(server, "POST")).isEqualTo("ok");
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close", "connection: Keep-Alive, CLOSE"})
    void connection_thatTheServerWillClose_isNotUsedAgain(String field) throws Exception {
        try (var server = WireServer.answering(
                wire -> wire.write("HTTP/1.1 200 OK\r\n" + field + "\r\nContent-Length: 2\r\n\r\nok"))) {
            ask(server, "GET");
            ask(server, "GET");

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void connection_ofAnAnswerThatWasNotReadToItsEnd_isNotUsedAgain() throws Exception {
        try (var server = WireServer.answering(OK)) {
            send(server, "GET").close();
            ask(server, "GET");

            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void get_onAConnectionThatBreaksInsteadOfAnAnswer_isSentAgain() throws Exception {
        try (var server = WireServer.answering(everyOtherTime())) {
            assertThat(ask(server, "GET")).isEqualTo("ok");
            assertThat(ask(server, "GET")).isEqualTo("ok");

            assertThat(server.requests()).hasSize(3);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void post_onAConnectionThatBreaksInsteadOfAnAnswer_isNotSentAgain() throws Exception {
        try (var server = WireServer.answering(everyOtherTime())) {
            assertThat(ask(server, "POST")).isEqualTo("ok");
            var exception = catchThrowableOfType(TransportException.class, () -> ask(server, "POST"));

            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static WireServer.Answer everyOtherTime() {
        var count = new AtomicInteger();
        return wire -> {
            if (count.incrementAndGet() % 2 == 0) {
                wire.socket().close();
            } else {
                wire.write(OK);
            }
        };
    }

    @Test
    void connections_ofRequestsAtTheSameTime_areAllUsedAgain() throws Exception {
        var together = new CyclicBarrier(8);
        try (var server = WireServer.answering(wire -> {
            try {
                together.await(50, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IOException(e);
            }
            wire.write(OK);
        })) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (int round = 0; round < 3; round++) {
                    List<Future<String>> answers = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        answers.add(threads.submit(() -> ask(server, "POST")));
                    }
                    for (Future<String> answer : answers) {
                        assertThat(answer.get()).isEqualTo("ok");
                    }
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(server.connections()).isEqualTo(8);
        }
    }

    /** After the handshake a server sends tickets for the next session, which are no answers. */
    @Test
    void connection_underTls_isUsedAgain(@TempDir Path folder) throws Exception {
        var keys = new KeyTool(folder);
        KeyTool.Identity local = keys.identity("local", "-ext", "san=dns:localhost");
        Transport trusting = Transports.direct().with(TransportOptions.DEFAULT.withCaFile(local.pem()));
        try (var server =
                WireServer.answeringOverTls(keys.context(local).getServerSocketFactory(), wire -> wire.write(OK))) {
            for (int i = 0; i < 5; i++) {
                try (Response answer = trusting.send(request(server, "POST"), ample())) {
                    assertThat(answer.bodyWithin(10)).hasSize(2);
                }
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private String ask(WireServer server, String method) throws IOException, InterruptedException {
        try (Response answer = send(server, method)) {
            return new String(answer.bodyWithin(100), StandardCharsets.UTF_8);
        }
    }

    private Response send(WireServer server, String method) throws IOException, InterruptedException {
        return transport.send(request(server, method), ample());
    }

    private static Request request(WireServer server, String method) {
        byte[] body = method.equals("POST") ? new byte[] {'x'} : new byte[0];
        return new Request(method, server.url(), Headers.none(), body);
    }

    private static Deadline ample() {
        return Deadline.after(Duration.ofSeconds(50), TimeSource.system());
    }
}
