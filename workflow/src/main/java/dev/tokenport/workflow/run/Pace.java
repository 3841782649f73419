package dev.tokenport.workflow.run;

import dev.tokenport.http.TimeSource;
import java.time.Duration;

/**
 * Says once a second that it is time to tell how far a stream is. A fast stream does not look at the clock for each entity; a
 * slow one does, so that it is not late. For one thread at a time.
 */
final class Pace {

    private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();
    /** An entity that takes less is one of a fast stream. */
    private static final long FAST_NANOS = 20_000;

    private static final int MOST_UNSEEN = 64;

    private final TimeSource time;
    private long told;
    private long seen;
    private int stride = 1;
    private int unseen;

    Pace(TimeSource time) {
        this.time = time;
        this.told = time.nanoTime();
        this.seen = told;
    }

    /** Takes note of one entity; returns whether it is time to tell. */
    boolean isTime() {
        unseen++;
        if (unseen < stride) {
            return false;
        }
        unseen = 0;
        long now = time.nanoTime();
        stride = now - seen < stride * FAST_NANOS ? Math.min(2 * stride, MOST_UNSEEN) : 1;
        seen = now;
        boolean due = now - told >= PERIOD_NANOS;
        if (due) {
            told = now;
        }
        return due;
    }
}
