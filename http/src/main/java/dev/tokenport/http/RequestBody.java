package dev.tokenport.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * What a request carries: bytes in memory, or a source that is opened whenever the request is sent. Prints its length only.
 * Immutable; thread-safe if its source is.
 */
public final class RequestBody {

    /** No body. */
    public static final RequestBody NONE = of(new byte[0]);

    private final long length;
    private final Source source;

    /** Where a body comes from. */
    @FunctionalInterface
    public interface Source {

        /**
         * Opens the body at its beginning. Called once per request that is sent.
         *
         * @throws IOException if it cannot be read; the message may be shown
         */
        InputStream open() throws IOException;
    }

    private RequestBody(long length, Source source) {
        this.length = length;
        this.source = source;
    }

    /** These bytes, which are copied. */
    public static RequestBody of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return new RequestBody(copy.length, () -> new ByteArrayInputStream(copy));
    }

    /**
     * So many bytes of a source, which is never read into memory as a whole.
     *
     * @param length how many bytes are sent; what a source has beyond them is not, and one that has fewer is a {@link
     *     RequestBodyException}
     * @param source where they come from
     */
    public static RequestBody of(long length, Source source) {
        if (length < 0) {
            throw new IllegalArgumentException("length " + length + " is negative");
        }
        return new RequestBody(length, Objects.requireNonNull(source));
    }

    /** How many bytes are sent. */
    public long length() {
        return length;
    }

    /**
     * The body from its beginning. Whoever opens it closes it.
     *
     * @throws IOException if it cannot be read; the message may be shown
     */
    public InputStream open() throws IOException {
        return source.open();
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
