package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Objects;

/**
 * A body as it comes from the wire. Every read ends at the deadline, whether bytes drip or none come, and as soon as the
 * reading thread is interrupted (its flag stays set); the connection is closed then. Read to its end it gives the connection
 * back. For one thread.
 */
final class AnswerBody extends InputStream {

    /** What becomes of the connection. */
    interface Connection {

        /** The whole body has been read. */
        void release();

        /** The rest of it will not be read. */
        void abort();
    }

    private enum State {
        READING,
        ENDED,
        BROKEN,
        CLOSED
    }

    private final InputStream content;
    private final Connection connection;
    private final Failures failures;
    private final Deadline deadline;
    private State state = State.READING;

    AnswerBody(InputStream content, Connection connection, Failures failures) {
        this.content = content;
        this.connection = connection;
        this.failures = failures;
        this.deadline = failures.deadline();
        deadline.stop();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (state == State.CLOSED || state == State.BROKEN) {
            throw new IOException("the body is closed");
        }
        if (length == 0 || state == State.ENDED) {
            return length == 0 ? 0 : -1;
        }
        deadline.goOn();
        try {
            return next(bytes, offset, length);
        } finally {
            deadline.stop();
        }
    }

    private int next(byte[] bytes, int offset, int length) throws IOException {
        boolean whole = false;
        try {
            if (deadline.passed()) {
                throw failures.unfinished();
            }
            int count = content.read(bytes, offset, length);
            whole = true;
            if (count < 0) {
                state = State.ENDED;
                connection.release();
            }
            return count;
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            throw failure(e);
        } finally {
            if (!whole) {
                state = State.BROKEN;
                connection.abort();
            }
        }
    }

    private IOException failure(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return (IOException) new InterruptedIOException(failures.interrupted()).initCause(e);
        }
        return Causes.has(e, SocketTimeoutException.class) ? failures.unfinished() : failures.brokenOff(e);
    }

    @Override
    public int available() throws IOException {
        return state == State.READING ? content.available() : 0;
    }

    /** Ends the exchange: the connection is closed unless the whole body was read. */
    @Override
    public void close() {
        boolean open = state == State.READING;
        state = State.CLOSED;
        if (open) {
            connection.abort();
        }
    }
}
