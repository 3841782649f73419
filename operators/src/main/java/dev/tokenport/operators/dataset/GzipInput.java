package dev.tokenport.operators.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a gzip file holds, of all its members (RFC 1952 §2.2). Unlike the JDK it does not take a broken member, or anything
 * else behind the last one, for the end. For one thread.
 */
final class GzipInput extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    private long filled;
    private boolean ended;

    private GzipInput(InputStream compressed) throws IOException {
        super(compressed, BUFFER);
    }

    /** What {@code compressed} holds, which is closed together with this, and also if it is not gzip. */
    static InputStream of(InputStream compressed) throws IOException {
        boolean opened = false;
        try {
            InputStream input = new GzipInput(new Counted(compressed));
            opened = true;
            return input;
        } finally {
            if (!opened) {
                compressed.close();
            }
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0 && !ended) {
            ended = true;
            checkEnd();
        }
        return count;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filled = ((Counted) in).count;
    }

    private void checkEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        long end = filled - inf.getRemaining() + TRAILER;
        if (((Counted) in).count != end) {
            throw new ZipException("what follows its gzip data is not gzip, or is cut off");
        }
    }

    /** Counts the octets that were read. */
    private static final class Counted extends InputStream {

        private final InputStream counted;
        private long count;

        Counted(InputStream counted) {
            this.counted = counted;
        }

        @Override
        public int read() throws IOException {
            int octet = counted.read();
            count += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = counted.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public int available() throws IOException {
            return counted.available();
        }

        @Override
        public void close() throws IOException {
            counted.close();
        }
    }
}
