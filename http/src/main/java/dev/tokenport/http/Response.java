package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The answer to a request: status, headers, and a body that is still on the wire. Whoever got it closes it. Reading the
 * body stays under the deadline of the exchange and throws {@link TransportException}. gzip is already decoded. For one
 * thread.
 */
public final class Response implements AutoCloseable {

    /** Most answers of token endpoints are smaller. */
    private static final int MOST_ANSWERS = 2048;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

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
        var bytes = new byte[MOST_ANSWERS];
        int length = 0;
        for (int n = body.read(bytes); n >= 0; n = body.read(bytes, length, bytes.length - length)) {
            length += n;
            if (length > limit) {
                throw new BodyTooLargeException(limit);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, LARGEST_ARRAY));
            }
        }
        return Arrays.copyOf(bytes, length);
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
