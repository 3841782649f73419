package dev.tokenport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The answer to a request: status, headers, and a body that is still on the wire. Whoever got it closes it. Reading the
 * body stays under the deadline of the exchange and throws {@link TransportException}. gzip is already decoded. For one
 * thread.
 */
public final class Response implements AutoCloseable {

    private final int status;
    private final Headers headers;
    private final InputStream body;

    /** An answer whose body is read from {@code body}. */
    public Response(int status, Headers headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The header fields. */
    public Headers headers() {
        return headers;
    }

    /** The body, decoded. */
    public InputStream body() {
        return body;
    }

    /**
     * The whole body.
     *
     * @param limit the most bytes to accept, counted after decompression
     * @throws BodyTooLargeException if there are more
     * @throws IOException if it cannot be read
     */
    public byte[] bodyWithin(int limit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            if (bytes.size() + n > limit) {
                throw new BodyTooLargeException(limit);
            }
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    /** Ends the exchange; what is left of the body is not read. */
    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public String toString() {
        return "Response[" + status + "]";
    }
}
