package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes from the wire. Every read ends at the deadline, whether bytes drip or none come, and as soon as the
 * reading thread is interrupted (its flag stays set); the connection is closed then. Written by the client's threads, read
 * by one.
 */
final class AnswerBody extends InputStream implements BodySubscriber<InputStream> {

    private sealed interface Event {
        record Data(List<ByteBuffer> buffers) implements Event {}

        record End() implements Event {}

        record Broken(Throwable cause) implements Event {}
    }

    private enum State {
        READING,
        ENDED,
        CLOSED
    }

    private final Failures failures;
    private final Deadline deadline;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private State state = State.READING;
    private @Nullable Subscription subscription;
    private boolean cancelled;

    AnswerBody(Failures failures, Deadline deadline) {
        this.failures = failures;
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        synchronized (events) {
            if (cancelled || subscription != null) {
                given.cancel();
                return;
            }
            subscription = given;
        }
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Event.Data(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new Event.Broken(cause));
    }

    @Override
    public void onComplete() {
        events.add(new Event.End());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (state == State.CLOSED) {
            throw new IOException("the body is closed");
        }
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = awaited();
        if (buffer == null) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    @Override
    public int available() {
        ByteBuffer first = unread.peek();
        return first == null ? 0 : first.remaining();
    }

    /** Ends the exchange: the connection is closed unless the whole body was read. */
    @Override
    public void close() {
        boolean whole = state == State.ENDED;
        state = State.CLOSED;
        unread.clear();
        if (!whole) {
            cancel();
        }
    }

    private @Nullable ByteBuffer awaited() throws IOException {
        deadline.goOn();
        try {
            return next();
        } finally {
            deadline.stop();
        }
    }

    private @Nullable ByteBuffer next() throws IOException {
        while (state == State.READING) {
            if (deadline.passed()) {
                cancel();
                throw failures.unfinished();
            }
            ByteBuffer first = unread.peek();
            if (first == null) {
                accept(event());
            } else if (first.hasRemaining()) {
                return first;
            } else {
                unread.remove();
                demandIfEmpty();
            }
        }
        return null;
    }

    private void accept(Event event) throws TransportException {
        if (event instanceof Event.Data data) {
            unread.addAll(data.buffers());
            demandIfEmpty();
        } else if (event instanceof Event.Broken broken) {
            state = State.CLOSED;
            throw failures.brokenOff(broken.cause());
        } else {
            state = State.ENDED;
        }
    }

    private Event event() throws IOException {
        try {
            Event event = events.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (event == null) {
                cancel();
                throw failures.unfinished();
            }
            return event;
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException(failures.interrupted()).initCause(e);
        }
    }

    private void demandIfEmpty() {
        Subscription current;
        synchronized (events) {
            current = subscription;
        }
        if (current != null && unread.isEmpty()) {
            current.request(1);
        }
    }

    private void cancel() {
        Subscription current;
        synchronized (events) {
            cancelled = true;
            current = subscription;
        }
        if (current != null) {
            current.cancel();
        }
    }
}
