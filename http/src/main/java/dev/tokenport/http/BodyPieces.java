package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A request body in pieces, read as they are sent. It is closed behind the last piece, at a fault, and when nobody wants the
 * rest. One thread reads, another one may close.
 */
final class BodyPieces implements Iterator<byte[]>, AutoCloseable {

    private static final int LARGEST = 1 << 14;

    private final RequestBody body;
    private long left;
    private @Nullable InputStream input;
    private boolean closed;

    BodyPieces(RequestBody body) {
        this.body = body;
        this.left = body.length();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    /**
     * The next piece.
     *
     * @throws UncheckedIOException with a {@link RequestBodyException}
     */
    @Override
    public byte[] next() {
        if (left == 0) {
            throw new NoSuchElementException();
        }
        try {
            byte[] piece = piece(opened());
            left -= piece.length;
            if (left == 0) {
                close();
            }
            return piece;
        } catch (RequestBodyException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(new RequestBodyException(e));
        }
    }

    private byte[] piece(InputStream from) throws IOException {
        var piece = new byte[(int) Math.min(LARGEST, left)];
        int count = from.readNBytes(piece, 0, piece.length);
        if (count == 0) {
            throw new RequestBodyException("the body ended after " + (body.length() - left) + " of " + body.length()
                    + " bytes; it has become shorter while it was sent");
        }
        return count == piece.length ? piece : Arrays.copyOf(piece, count);
    }

    private synchronized InputStream opened() throws IOException {
        if (closed) {
            throw new RequestBodyException("the request was given up");
        }
        InputStream opened = input;
        if (opened == null) {
            opened = body.open();
            input = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (input != null) {
            try {
                input.close();
            } catch (IOException e) {
                // All that was wanted of it has been read.
                return;
            }
        }
    }
}
