package dev.tokenport.http;

import java.util.Objects;
import java.util.Optional;

/**
 * The result of an {@link Exchange}. Immutable if the value is.
 *
 * @param value what was read from the last answer
 * @param attempts how many requests were made
 * @param abandoned why there was no further attempt although the last answer was worth one, in words that may be shown
 *     behind the error, such as {@code after 4 attempts}; empty if the value is the result as such
 * @param <T> what is read from an answer
 */
public record Outcome<T>(T value, int attempts, Optional<String> abandoned) {

    /** Checks that nothing is missing. */
    public Outcome {
        Objects.requireNonNull(value);
        Objects.requireNonNull(abandoned);
    }
}
