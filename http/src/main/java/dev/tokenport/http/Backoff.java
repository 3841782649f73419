package dev.tokenport.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long to wait after which attempt. */
final class Backoff {

    private static final double MOST_JITTER = 0.5;
    private static final int MOST_DOUBLINGS = 20;

    private final RetryPolicy policy;
    private final DoubleSupplier jitter;

    Backoff(RetryPolicy policy, DoubleSupplier jitter) {
        this.policy = policy;
        this.jitter = jitter;
    }

    /** What follows an attempt. */
    sealed interface Pause {

        /** A wait, then another attempt. */
        record Wait(Duration duration) implements Pause {}

        /** No further attempt. */
        record None(String why) implements Pause {}
    }

    /** What follows the attempt with this number, counted from 1. */
    Pause after(int attempt, Optional<Duration> retryAfter, Deadline deadline) {
        if (attempt >= policy.attempts()) {
            return new Pause.None("after " + attempt + (attempt == 1 ? " attempt" : " attempts"));
        }
        Duration left = deadline.remaining();
        if (retryAfter.isPresent() && retryAfter.get().compareTo(left) >= 0) {
            return new Pause.None("the server asks to wait " + shown(retryAfter.get())
                    + " (Retry-After), which is beyond the limit of " + Seconds.shown(deadline.total()) + " in all");
        }
        Duration delay = policy.firstDelay().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration least = retryAfter.filter(wait -> wait.compareTo(delay) > 0).orElse(delay);
        if (least.compareTo(left) >= 0) {
            return new Pause.None("no time for another attempt within " + Seconds.shown(deadline.total()) + " in all");
        }
        Duration wait = least.plusNanos((long) (delay.toNanos() * MOST_JITTER * jitter.getAsDouble()));
        return new Pause.Wait(wait.compareTo(left) < 0 ? wait : least);
    }

    /** A longer wait counts as the longest. */
    private static String shown(Duration wait) {
        return wait.compareTo(RetryAfter.LONGEST) < 0 ? Seconds.shown(wait) : "a year or more";
    }
}
