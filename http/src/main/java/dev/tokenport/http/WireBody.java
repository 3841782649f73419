package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.io.Closer;

/** A request's body, read while it is sent, and closed then, whatever becomes of the request. */
final class WireBody extends AbstractHttpEntity {

    private static final int PIECE = 1 << 14;

    private final RequestBody body;

    WireBody(RequestBody body) {
        super((String) null, null);
        this.body = body;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    /** Only as much of it as was announced. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        InputStream in = opened();
        try {
            var piece = new byte[(int) Math.min(PIECE, body.length())];
            long left = body.length();
            while (left > 0) {
                int count = read(in, piece, (int) Math.min(piece.length, left), body.length() - left);
                out.write(piece, 0, count);
                left -= count;
            }
        } finally {
            Closer.closeQuietly(in);
        }
    }

    private InputStream opened() throws RequestBodyException {
        try {
            return body.open();
        } catch (RequestBodyException e) {
            throw e;
        } catch (IOException e) {
            throw new RequestBodyException(e);
        }
    }

    private int read(InputStream in, byte[] piece, int most, long sent) throws RequestBodyException {
        int count;
        try {
            count = in.readNBytes(piece, 0, most);
        } catch (RequestBodyException e) {
            throw e;
        } catch (IOException e) {
            throw new RequestBodyException(e);
        }
        if (count == 0) {
            throw new RequestBodyException("the body ended after " + sent + " of " + body.length()
                    + " bytes; it has become shorter while it was sent");
        }
        return count;
    }

    @Override
    public InputStream getContent() throws IOException {
        return opened();
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // It is closed when it has been written.
    }
}
