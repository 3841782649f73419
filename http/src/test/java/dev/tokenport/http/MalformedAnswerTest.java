package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class MalformedAnswerTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 3;Content-Length: 5 | has more than one Content-Length",
                "Content-Length: much | has the Content-Length 'much', which is none",
                "Content-Length: -5 | has the Content-Length '-5', which is none",
                "Content-Length: 9223372036854775808 | has the Content-Length '9223372036854775808', which is none",
                "Content-Length: 3;Transfer-Encoding: chunked | has both a Content-Length and a Transfer-Encoding",
                "Transfer-Encoding: gzip, chunked | has the Transfer-Encoding 'gzip, chunked', which was not asked for",
                "Transfer-Encoding: gzip | has the Transfer-Encoding 'gzip', which was not asked for"
            })
    void end_thatIsNotClear_isNamed(String fields, String message) throws Exception {
        var head = OK + fields.replace(";", "\r\n") + "\r\n\r\n";
        try (var server = WireServer.answering(head + "5\r\nhello\r\n0\r\n\r\n")) {
            var exception = catchThrowableOfType(TransportException.class, () -> send(server));

            assertThat(exception).hasMessage("the answer of " + server.peer() + " " + message);
            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
        }
    }

    @Test
    void end_thatIsNotClear_isNotWaitedFor() throws Exception {
        var closed = new CountDownLatch(1);
        try (var server = WireServer.answering(wire -> {
            wire.write(OK + "Content-Length: 3000\r\nContent-Length: 5\r\n\r\nhello");
            wire.awaitClosed();
            closed.countDown();
        })) {
            assertThatThrownBy(() -> send(server)).isInstanceOf(TransportException.class);

            assertThat(closed.await(50, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5;Content-Length: 5", "Transfer-Encoding: Chunked", "X-Other: 1"})
    void end_thatIsClear_isTaken(String fields) throws Exception {
        String body = fields.contains("Chunked") ? "5\r\nhello\r\n0\r\n\r\n" : "hello";
        try (var server = WireServer.answering(wire -> {
            wire.write(OK + fields.replace(";", "\r\n") + "\r\n\r\n" + body);
            wire.socket().close();
        })) {
            assertThat(send(server)).isEqualTo("hello");
        }
    }

    @Test
    void chunk_withoutASize_isOfTheAnswer() throws Exception {
        try (var server = WireServer.answering(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n")) {
            assertThatThrownBy(() -> send(server))
                    .hasMessage("the answer of " + server.peer() + " broke off before its end");
        }
    }

    @Test
    void headers_tooLarge_areNamed() throws Exception {
        try (var server = WireServer.answering(OK + "X-Noise: 0123456789\r\n".repeat(30_000))) {
            assertThatThrownBy(() -> send(server))
                    .hasMessage("the answer of " + server.peer() + " has too many header fields, or too large ones");
        }
    }

    @Test
    void answers_interim_areNotAwaitedForEver() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000))) {
            assertThatThrownBy(() -> send(server))
                    .hasMessage("the answer of " + server.peer() + " is put off by too many interim ones (1xx)");
        }
    }

    @Test
    void protocol_switched_isNamed() throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")) {
            assertThatThrownBy(() -> send(server))
                    .hasMessage("the answer of " + server.peer()
                            + " switches to another protocol (101), which was not asked for");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: a\0b", "X A: b"})
    void field_malformed_isNamed(String field) throws Exception {
        try (var server = WireServer.answering(OK + field + "\r\n\r\n")) {
            assertThatThrownBy(() -> send(server))
                    .hasMessage("the answer of " + server.peer() + " has a malformed header field");
        }
    }

    private String send(WireServer server) throws IOException, InterruptedException {
        var deadline = Deadline.after(Duration.ofSeconds(50), TimeSource.system());
        try (var response = transport.send(Request.of("GET", server.url(), Headers.none()), deadline)) {
            return new String(response.bodyWithin(1000), StandardCharsets.UTF_8);
        }
    }
}
