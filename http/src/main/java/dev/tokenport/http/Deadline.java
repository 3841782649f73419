package dev.tokenport.http;

import java.time.Duration;

/** A moment on a monotonic clock by which something must be over. Immutable. */
public final class Deadline {

    // Differences of a monotonic clock mean something up to 292 years.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final TimeSource time;
    private final long nanos;
    private final Duration total;

    private Deadline(TimeSource time, long nanos, Duration total) {
        this.time = time;
        this.nanos = nanos;
        this.total = total;
    }

    /** The moment {@code duration} from now. */
    public static Deadline after(Duration duration, TimeSource time) {
        Duration total = duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
        return new Deadline(time, time.nanoTime() + total.toNanos(), total);
    }

    /** How long there was when the deadline was set; for messages. */
    public Duration total() {
        return total;
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
