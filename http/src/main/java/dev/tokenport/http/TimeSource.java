package dev.tokenport.http;

import java.time.Duration;
import java.time.Instant;

/** The clock: wall time to show, a monotonic time to measure with, and a way to wait. Thread-safe. */
public interface TimeSource {

    /** The wall-clock time; for what is shown, and for comparing with times that a server sent. */
    Instant now();

    /** A monotonic time in nanoseconds, of which only differences mean something. */
    long nanoTime();

    /**
     * Waits.
     *
     * @throws InterruptedException at once when the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The clock of this machine. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
