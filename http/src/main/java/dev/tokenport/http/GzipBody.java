package dev.tokenport.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A gzip body, decoded while it is read; an empty one is empty. For one thread. */
final class GzipBody extends InputStream {

    private final Lookahead compressed;
    private final Failures failures;
    private @Nullable GZIPInputStream decoded;

    GzipBody(InputStream compressed, Failures failures) {
        this.compressed = new Lookahead(compressed);
        this.failures = failures;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            GZIPInputStream in = decoded;
            if (in == null) {
                // Not earlier: the header of the gzip format is part of the body and may keep us waiting.
                if (compressed.available() == 0) {
                    return -1;
                }
                in = new GZIPInputStream(compressed);
                decoded = in;
            }
            return in.read(bytes, offset, length);
        } catch (EOFException | ZipException e) {
            throw failures.broken("is broken gzip", e);
        }
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }

    /**
     * Says {@code available() == 0} only at the end: {@link GZIPInputStream} asks this to learn whether another member
     * follows, which on a network it may, and reading on to the end sets the connection free for the next request.
     */
    private static final class Lookahead extends PushbackInputStream {

        private Lookahead(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            int available = super.available();
            if (available > 0) {
                return available;
            }
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }
}
