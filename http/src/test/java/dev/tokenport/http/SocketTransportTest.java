package dev.tokenport.http;

import static dev.tokenport.http.Exchanges.drip;
import static dev.tokenport.http.Exchanges.get;
import static dev.tokenport.http.Exchanges.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.IOException;
import java.net.URI;
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
final class SocketTransportTest {

    private static final Duration AMPLE = Duration.ofSeconds(50);

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

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
                    .containsExactly("POST /t%C3%B6kens?a=%20b HTTP/1.1\r\n"
                            + "Host: " + server.peer() + "\r\n"
                            + "Accept: application/json\r\nX-Two: a\r\nX-Two: b\r\n"
                            + "Accept-Encoding: gzip\r\nUser-Agent: tokenport\r\nContent-Length: 8\r\n"
                            + "\r\ngrant=ü");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', /",
        "?a=b, /?a=b",
        "/, /",
        "//idp.example.org/x?, //idp.example.org/x?",
        "/a:b/../c;d, /a:b/../c;d",
        "/%2F%3f, /%2F%3f",
        "/ü?ü, /%C3%BC?%C3%BC",
        "/a#b, /a"
    })
    void target_isThatOfTheUrl(String path, String target) throws Exception {
        try (var server = WireServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            transport
                    .send(get(URI.create("http://" + server.peer() + path)), within(AMPLE))
                    .close();

            assertThat(server.requests().get(0)).startsWith("GET " + target + " HTTP/1.1\r\n");
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
        var transports = Transports.direct();

        assertThat(transports.with(TransportOptions.DEFAULT)).isSameAs(transports.with(TransportOptions.DEFAULT));
        assertThat(transports.with(TransportOptions.DEFAULT.withConnectTimeout(Duration.ofSeconds(3))))
                .isNotSameAs(transports.with(TransportOptions.DEFAULT));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Response response) throws IOException {
        return new String(response.bodyWithin(1000), StandardCharsets.UTF_8);
    }
}
