package dev.tokenport.testkit;

import dev.tokenport.http.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What a {@link ScriptedServer} sends back. Immutable. */
public final class Answer {

    private final byte[] head;
    private final byte[] body;
    private final boolean keepsConnection;
    private final @Nullable CountDownLatch gate;
    private final Duration drip;

    private Answer(byte[] head, byte[] body, boolean keepsConnection, @Nullable CountDownLatch gate, Duration drip) {
        this.head = head;
        this.body = body;
        this.keepsConnection = keepsConnection;
        this.gate = gate;
        this.drip = drip;
    }

    /** An answer with these headers and this body; {@code Content-Length} is added. */
    public static Answer of(int status, Headers headers, byte[] body) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
        headers.fields().forEach(field -> head.append(field.name() + ": " + field.value() + "\r\n"));
        if (status >= 200 && status != 204 && status != 304) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(bytes, body.clone(), true, null, Duration.ZERO);
    }

    /** An answer of this content type, in UTF-8. */
    public static Answer of(int status, String contentType, String body) {
        return of(status, Headers.none().with("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with JSON in it. */
    public static Answer json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** An answer without a body. */
    public static Answer status(int status) {
        return of(status, Headers.none(), new byte[0]);
    }

    /** A redirect. */
    public static Answer redirect(int status, String location) {
        return of(status, Headers.none().with("Location", location), new byte[0]);
    }

    /** An answer with a token as RFC 6749 §5.1 describes it. */
    public static Answer token(String accessToken, Duration expiresIn) {
        return json(
                200,
                "{\"access_token\":\"" + accessToken + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + expiresIn.toSeconds() + "}");
    }

    /** An answer with an error as RFC 6749 §5.2 describes it. */
    public static Answer error(int status, String error, String description) {
        return json(status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }

    /** An answer with JSON in it, compressed with gzip. */
    public static Answer gzippedJson(int status, String body) {
        Headers headers =
                Headers.none().with("Content-Type", "application/json").with("Content-Encoding", "gzip");
        return of(status, headers, gzip(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Exactly these bytes; then the connection is closed. None at all: the server hangs up. */
    public static Answer raw(byte[] bytes) {
        return new Answer(new byte[0], bytes.clone(), false, null, Duration.ZERO);
    }

    /** The connection is closed without an answer. */
    public static Answer hangUp() {
        return raw(new byte[0]);
    }

    /** The same with another header field. */
    public Answer with(String name, String value) {
        String field = new Headers.Field(name, value).name() + ": " + value + "\r\n\r\n";
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        var longer = new ByteArrayOutputStream();
        longer.write(head, 0, head.length - 2);
        longer.write(bytes, 0, bytes.length);
        return new Answer(longer.toByteArray(), body, keepsConnection, gate, drip);
    }

    /** The same, but not sent before the latch is open; the request is recorded before. */
    public Answer heldBy(CountDownLatch latch) {
        return new Answer(head, body, keepsConnection, Objects.requireNonNull(latch), drip);
    }

    /** The same with a body that comes byte by byte, with a pause before each. */
    public Answer dripping(Duration pause) {
        return new Answer(head, body, keepsConnection, gate, pause);
    }

    byte[] head() {
        return head.clone();
    }

    byte[] body() {
        return body.clone();
    }

    boolean keepsConnection() {
        return keepsConnection;
    }

    Duration drip() {
        return drip;
    }

    void awaitGate() throws InterruptedException {
        if (gate != null) {
            gate.await();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
