package dev.tokenport.testkit;

import dev.tokenport.http.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A clock that stands still until a test moves it; wall time and monotonic time move together, unless the wall clock
 * {@linkplain #jump jumps}. A sleep is recorded. It
 * either moves the clock itself and returns at once ({@link #start()}), or blocks until the test has moved the clock far
 * enough ({@link #blocking()}). Thread-safe.
 */
public final class ManualTime implements TimeSource {

    /** Where the wall clock starts. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private enum Sleep {
        MOVES_THE_CLOCK,
        BLOCKS
    }

    private final Sleep sleep;
    private final List<Duration> sleeps = new ArrayList<>();
    private long nanos;
    private Duration jumped = Duration.ZERO;
    private int sleepers;

    private ManualTime(Sleep sleep) {
        this.sleep = sleep;
    }

    /** A clock that sleeping moves; nobody ever waits. */
    public static ManualTime start() {
        return new ManualTime(Sleep.MOVES_THE_CLOCK);
    }

    /** A clock that only {@link #advance} moves; who sleeps waits for it. */
    public static ManualTime blocking() {
        return new ManualTime(Sleep.BLOCKS);
    }

    /** Moves the clock. */
    public synchronized void advance(Duration duration) {
        nanos += duration.toNanos();
        notifyAll();
    }

    /** Sets the wall clock, forwards or backwards; no time passes. */
    public synchronized void jump(Duration duration) {
        jumped = jumped.plus(duration);
    }

    /** All sleeps begun so far, in order. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** Waits until so many threads sleep at the same time; for a {@linkplain #blocking() blocking} clock. */
    public synchronized void awaitSleepers(int count) throws InterruptedException {
        while (sleepers < count) {
            wait();
        }
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos).plus(jumped);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        sleeps.add(Objects.requireNonNull(duration));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (sleep == Sleep.MOVES_THE_CLOCK) {
            advance(duration);
            return;
        }
        long end = nanos + duration.toNanos();
        sleepers++;
        notifyAll();
        try {
            while (nanos < end) {
                wait();
            }
        } finally {
            sleepers--;
        }
    }
}
