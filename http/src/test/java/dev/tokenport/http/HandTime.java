package dev.tokenport.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps or a test says so. For one thread. */
final class HandTime implements TimeSource {

    static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    @Override
    public Instant now() {
        return BEGIN.plus(elapsed);
    }

    @Override
    public long nanoTime() {
        return elapsed.toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        pass(duration);
    }

    void pass(Duration duration) {
        elapsed = elapsed.plus(duration);
    }

    List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
