package dev.tokenport.oauth2;

import java.time.Duration;
import java.time.Instant;

/**
 * From when and for how long a token is good. Immutable.
 *
 * @param startNanos the monotonic time just before the token was asked for
 * @param expiresAt the end by the wall clock, to be shown
 * @param lifetime how long, not negative
 */
record Validity(long startNanos, Instant expiresAt, Duration lifetime) {

    /** What is left of it, zero or negative when it is over. */
    Duration remaining(long nanos) {
        return lifetime.minusNanos(nanos - startNanos);
    }

    boolean over(long nanos) {
        return remaining(nanos).compareTo(Duration.ZERO) <= 0;
    }

    /**
     * Whether more than the margin is left; of the margin no more counts than half the lifetime. Asked whenever a token is
     * given, so nothing is allocated.
     *
     * @param margin in nanoseconds
     */
    boolean exceeds(long margin, long nanos) {
        long whole = lifetime.toNanos();
        return whole - (nanos - startNanos) > Math.min(margin, whole / 2);
    }
}
