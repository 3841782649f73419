package dev.tokenport.http;

import java.time.Duration;
import java.util.Objects;

/**
 * An attempt has failed and another one follows. Prints as the one line to show. Immutable.
 *
 * @param attempt the attempt that failed, from 1
 * @param attempts how many there may be
 * @param delay how long until the next one
 * @param reason why it failed, such as {@code HTTP 503} or {@code connection to idp.example.org:443 refused}
 */
public record RetryNotice(int attempt, int attempts, Duration delay, String reason) {

    /** Checks that nothing is missing. */
    public RetryNotice {
        Objects.requireNonNull(delay);
        Objects.requireNonNull(reason);
    }

    /** The line: {@code attempt 1 of 4: HTTP 503; next in 0.6 s}. */
    @Override
    public String toString() {
        return "attempt " + attempt + " of " + attempts + ": " + reason + "; next in " + Seconds.shown(delay);
    }
}
