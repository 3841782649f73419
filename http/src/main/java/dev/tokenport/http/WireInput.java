package dev.tokenport.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The octets of answers as the parser of answers reads them. The parser takes the end of a connection for the end of a head
 * or a trailer, and sets a limit to lines, but not to heads: both is seen to here. For one thread.
 */
final class WireInput extends InputStream {

    private static final int LARGEST_HEAD = 384 * 1024;

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private enum Part {
        HEAD,
        BODY,
        BODY_UP_TO_THE_END,
        BETWEEN
    }

    private final TimedSocket socket;
    private final InputStream input;
    private final boolean tls;
    private Part part = Part.HEAD;
    private int headLeft;

    /**
     * Reads from a connection.
     *
     * @param input what comes over it, decrypted
     */
    WireInput(TimedSocket socket, InputStream input, boolean tls) {
        this.socket = socket;
        this.input = input;
        this.tls = tls;
    }

    /** What comes is the head of an answer, be it after interim ones. */
    void beginHead() {
        part = Part.HEAD;
        headLeft = LARGEST_HEAD;
    }

    /** Whether some of a head has come since it began. */
    boolean hasHead() {
        return part != Part.BETWEEN && headLeft < LARGEST_HEAD;
    }

    /**
     * What comes is the body.
     *
     * @param upToTheEnd whether the end of the connection is the end of the body
     */
    void beginBody(boolean upToTheEnd) {
        part = upToTheEnd ? Part.BODY_UP_TO_THE_END : Part.BODY;
    }

    /** Nothing should come; a read does not wait, but says so with a {@link SocketTimeoutException}. */
    void beginPause() {
        part = Part.BETWEEN;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (part == Part.BETWEEN) {
            await();
        }
        int count = input.read(bytes, offset, length);
        if (count < 0 && part != Part.BODY_UP_TO_THE_END) {
            throw new EOFException("the connection has ended");
        }
        if (part == Part.HEAD) {
            headLeft -= count;
            if (headLeft < 0) {
                throw HeadFault.tooLarge();
            }
        }
        return count;
    }

    private void await() throws IOException {
        if (!socket.hasInput()) {
            throw new SocketTimeoutException("nothing has come");
        }
        if (tls) {
            // It may be nothing but a ticket for the next session (RFC 8446 §4.6.1).
            socket.obey(Deadline.after(A_MOMENT, TimeSource.system()));
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
