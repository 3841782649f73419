package dev.tokenport.http;

import static dev.tokenport.http.Exchanges.drip;
import static dev.tokenport.http.Exchanges.get;
import static dev.tokenport.http.Exchanges.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting ends: at the deadline, and when the thread is interrupted. */
@Timeout(60)
final class SlowServerTest {

    private static final Duration AMPLE = Duration.ofSeconds(50);

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

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
            var impatient =
                    Transports.direct().with(TransportOptions.DEFAULT.withConnectTimeout(Duration.ofMillis(500)));
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
}
