package dev.tokenport.http;

import java.time.Duration;

/**
 * How often and how long an exchange is tried. Delay 0.5 s × 2ⁿ plus up to 50 %; {@code Retry-After} is a minimum.
 * Immutable.
 *
 * @param attempts how many requests at the most, 4 by default
 * @param total how long all of them may take, waits and bodies included, 60 s by default
 * @param firstDelay the wait before the second request, 0.5 s by default
 */
public record RetryPolicy(int attempts, Duration total, Duration firstDelay) {

    /** The defaults. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofSeconds(60), Duration.ofMillis(500));

    private static final Duration LEAST = Duration.ofMillis(1);

    /** Checks that all are positive. */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts " + attempts + " is less than 1");
        }
        if (total.isZero() || total.isNegative()) {
            throw new IllegalArgumentException("total " + total + " is not positive");
        }
        if (firstDelay.isNegative()) {
            throw new IllegalArgumentException("firstDelay " + firstDelay + " is negative");
        }
    }

    /** The same when some of the total has been spent on what came before; a millisecond is always left. */
    public RetryPolicy after(Duration spent) {
        Duration rest = total.minus(spent);
        return new RetryPolicy(attempts, rest.compareTo(LEAST) < 0 ? LEAST : rest, firstDelay);
    }
}
