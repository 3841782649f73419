package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class GzipTest {

    private final Transport transport = Transports.direct().with(TransportOptions.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void gzipBody_isDecoded(String encoding) throws Exception {
        try (var server = answering(encoding, gzip("hello"));
                var response = get(server, Headers.none())) {
            assertThat(text(response)).isEqualTo("hello");
            assertThat(response.headers().contains("Content-Encoding")).isFalse();
            assertThat(response.headers().contains("Content-Length")).isFalse();
            assertThat(server.requests()).singleElement().asString().contains("Accept-Encoding: gzip\r\n");
        }
    }

    @Test
    void gzipBodies_leaveTheConnectionForTheNext() throws Exception {
        try (var server = answering("gzip", gzip("hello"))) {
            for (int i = 0; i < 3; i++) {
                try (var response = get(server, Headers.none())) {
                    assertThat(text(response)).isEqualTo("hello");
                }
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void gzipBody_ofSeveralMembersInSeveralPackets_isDecodedWhole() throws Exception {
        try (var server = WireServer.answering(wire -> {
                    wire.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (String part : new String[] {"one ", "two ", "three"}) {
                        byte[] member = gzip(part);
                        wire.write(Integer.toHexString(member.length) + "\r\n");
                        wire.write(member);
                        wire.write("\r\n");
                    }
                    wire.write("0\r\n\r\n");
                });
                var response = get(server, Headers.none())) {
            assertThat(text(response)).isEqualTo("one two three");
        }
    }

    @Test
    void emptyBody_saidToBeGzip_isEmpty() throws Exception {
        try (var server = answering("gzip", new byte[0]);
                var response = get(server, Headers.none())) {
            assertThat(text(response)).isEmpty();
        }
    }

    @Test
    void bomb_isBoundedByWhatTheCallerAccepts() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bomb)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        try (var server = answering("gzip", bomb.toByteArray());
                var response = get(server, Headers.none())) {
            assertThatThrownBy(() -> response.bodyWithin(1 << 20))
                    .isInstanceOf(BodyTooLargeException.class)
                    .hasMessage("the answer is larger than 1048576 bytes");
        }
    }

    @Test
    void gzipBody_thatIsNone_isBroken() throws Exception {
        assertBroken("not gzip at all".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void gzipBody_cutOff_isBroken() throws Exception {
        byte[] whole = gzip("hello ".repeat(100));

        assertBroken(Arrays.copyOf(whole, whole.length - 10));
        assertBroken(Arrays.copyOf(whole, 5));
    }

    @Test
    void gzipBody_withWrongChecksum_isBroken() throws Exception {
        byte[] whole = gzip("hello");
        whole[whole.length - 8] ^= 1;

        assertBroken(whole);
    }

    @Test
    void otherEncoding_notAskedFor_isRefused() throws Exception {
        try (var server = answering("br", new byte[] {1})) {
            assertThatThrownBy(() -> get(server, Headers.none()))
                    .isInstanceOf(TransportException.class)
                    .hasMessage("the answer of " + server.peer()
                            + " has the Content-Encoding 'br', which was not asked for");
        }
    }

    @Test
    void otherEncoding_theCallerAskedFor_isLeftToHim() throws Exception {
        try (var server = answering("br", new byte[] {1});
                var response = get(server, Headers.none().with("Accept-Encoding", "br"))) {
            assertThat(response.bodyWithin(10)).containsExactly(1);
            assertThat(response.headers().first("Content-Encoding")).contains("br");
            assertThat(server.requests()).singleElement().asString().contains("Accept-Encoding: br\r\n");
        }
    }

    private void assertBroken(byte[] body) throws Exception {
        try (var server = answering("gzip", body);
                var response = get(server, Headers.none())) {
            var exception = catchThrowableOfType(TransportException.class, () -> response.bodyWithin(10_000));
            assertThat(exception).hasMessage("the answer of " + server.peer() + " is broken gzip");
            assertThat(exception.fault()).isEqualTo(Fault.BROKEN);
        }
    }

    private Response get(WireServer server, Headers headers) throws IOException, InterruptedException {
        return transport.send(
                Request.of("GET", server.url(), headers), Deadline.after(Duration.ofSeconds(50), TimeSource.system()));
    }

    private static WireServer answering(String encoding, byte[] body) throws IOException {
        return WireServer.answering(wire -> {
            wire.write("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n");
            wire.write(body);
        });
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String text(Response response) throws IOException {
        return new String(response.bodyWithin(1000), StandardCharsets.UTF_8);
    }
}
