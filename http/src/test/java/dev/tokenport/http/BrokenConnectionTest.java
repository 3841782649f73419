package dev.tokenport.http;

import static dev.tokenport.http.Exchanges.get;
import static dev.tokenport.http.Exchanges.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No connection, or one that breaks. */
@Timeout(60)
final class BrokenConnectionTest {

    private static final Duration AMPLE = Duration.ofSeconds(50);

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

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
        try (var nobody = RefusingPort.open()) {
            var exception = catchThrowableOfType(
                    TransportException.class,
                    () -> transport.send(
                            get(URI.create(scheme + "://localhost:" + nobody.port() + "/")), within(AMPLE)));

            assertThat(exception).hasMessage("connection to localhost:" + nobody.port() + " refused");
            assertThat(exception.fault()).isEqualTo(Fault.REFUSED);
            assertThat(exception.worthRetrying()).isTrue();
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

    @ParameterizedTest
    @ValueSource(
            strings = {"SSH-2.0-OpenSSH_9.2 hello there", "HTTP/-1.0 200 OK", "HTTP/1.1 000 Nothing", "HTTP/2.0 200 OK"
            })
    void answer_thatIsNotHttp_isBroken(String line) throws Exception {
        try (var server = WireServer.answering(line + "\r\n\r\n")) {
            assertThatThrownBy(() -> transport.send(get(server.url()), within(AMPLE)))
                    .isInstanceOf(TransportException.class)
                    .hasMessage(
                            "the answer of " + server.peer() + " is not HTTP; a wrong port, or http instead of https?");
        }
    }

    private void assertBroken(WireServer server, String how) throws Exception {
        try (var response = transport.send(get(server.url()), within(AMPLE))) {
            var exception = catchThrowableOfType(TransportException.class, () -> response.bodyWithin(100));
            assertThat(exception).hasMessage("the answer of " + server.peer() + " " + how);
            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
