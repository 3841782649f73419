package dev.tokenport.http;

import java.time.Duration;

/** A moment on a monotonic clock by which something must be over. Immutable. */
public final class Deadline {

    private final TimeSource time;
    private final long nanos;

    private Deadline(TimeSource time, long nanos) {
        this.time = time;
        this.nanos = nanos;
    }

    /** The moment {@code duration} from now. */
    public static Deadline after(Duration duration, TimeSource time) {
        return new Deadline(time, time.nanoTime() + duration.toNanos());
    }

    /** The time left, zero when it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - time.nanoTime()));
    }

    /** Whether the moment has passed. */
    public boolean passed() {
        return remaining().isZero();
    }

    /** The earlier of this deadline and the moment {@code duration} from now. */
    public Deadline orAfter(Duration duration) {
        Deadline other = after(duration, time);
        return other.nanos - nanos < 0 ? other : this;
    }
}
