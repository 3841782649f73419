package dev.tokenport.http;

import java.time.Duration;

/**
 * A moment on a monotonic clock by which something must be over. It may move while nobody waits: see {@link #ofWaiting}.
 * Thread-safe.
 */
public final class Deadline {

    // Differences of a monotonic clock mean something up to 292 years.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final TimeSource time;
    private final Duration total;
    private final boolean stoppable;
    private long nanos;
    private long stoppedAt;
    private boolean stopped;

    private Deadline(TimeSource time, Duration duration, boolean stoppable) {
        this.time = time;
        this.total = duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
        this.nanos = time.nanoTime() + total.toNanos();
        this.stoppable = stoppable;
    }

    /** The moment {@code duration} from now. */
    public static Deadline after(Duration duration, TimeSource time) {
        return new Deadline(time, duration, false);
    }

    /**
     * The moment {@code duration} of waiting from now: between two reads of an answer's body the clock stands still, so that
     * a reader who takes his time is not taken for a server that does.
     */
    public static Deadline ofWaiting(Duration duration, TimeSource time) {
        return new Deadline(time, duration, true);
    }

    /** How long there was when the deadline was set; for messages. */
    public Duration total() {
        return total;
    }

    /** The time left, zero when it has passed. */
    public synchronized Duration remaining() {
        long now = stopped ? stoppedAt : time.nanoTime();
        return Duration.ofNanos(Math.max(0, nanos - now));
    }

    /** Whether the moment has passed. */
    public boolean passed() {
        return remaining().isZero();
    }

    /** The earlier of this deadline and the moment {@code duration} from now. */
    public Deadline orAfter(Duration duration) {
        return duration.compareTo(remaining()) < 0 ? after(duration, time) : this;
    }

    /** The clock that it is on. */
    TimeSource time() {
        return time;
    }

    /** Nobody waits any more: the clock stops, if it can. */
    synchronized void stop() {
        if (stoppable && !stopped) {
            stopped = true;
            stoppedAt = time.nanoTime();
        }
    }

    /** Somebody waits again. */
    synchronized void goOn() {
        if (stopped) {
            stopped = false;
            nanos += time.nanoTime() - stoppedAt;
        }
    }
}
