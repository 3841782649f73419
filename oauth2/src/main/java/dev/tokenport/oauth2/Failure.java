package dev.tokenport.oauth2;

import org.jspecify.annotations.Nullable;

/**
 * The facts of a failed request. Immutable.
 *
 * @param attempts how many requests were sent
 * @param status the HTTP status, 0 for none
 * @param error the redacted {@code error} member
 * @param cause what went wrong beneath
 */
record Failure(
        int attempts,
        int status,
        @Nullable String error,
        @Nullable Throwable cause) {

    static Failure beforeSending(@Nullable Throwable cause) {
        return new Failure(0, 0, null, cause);
    }

    static Failure withoutAnswer(int attempts, Throwable cause) {
        return new Failure(attempts, 0, null, cause);
    }
}
