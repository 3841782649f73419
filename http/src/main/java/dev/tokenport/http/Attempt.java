package dev.tokenport.http;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt of an {@link Exchange}. */
sealed interface Attempt<T> {

    /** What the server asked to wait. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Why this is not yet the result. */
    String reason();

    /** The result if there is no further attempt. */
    T valueOrThrow(String whyNoMore, int attempts) throws TransportException;

    /** The result. */
    record Final<T>(T value) implements Attempt<T> {

        @Override
        public String reason() {
            return "done";
        }

        @Override
        public T valueOrThrow(String whyNoMore, int attempts) {
            return value;
        }
    }

    /** An answer that may get better. */
    record Answered<T>(T value, String reason, Optional<Duration> retryAfter) implements Attempt<T> {

        @Override
        public T valueOrThrow(String whyNoMore, int attempts) {
            return value;
        }
    }

    /** An answer that says what the request has to have. */
    record Corrected<T>(T value) implements Attempt<T> {

        @Override
        public String reason() {
            return "corrected";
        }

        @Override
        public T valueOrThrow(String whyNoMore, int attempts) {
            return value;
        }
    }

    /** No answer, or not a whole one. */
    record Failed<T>(TransportException exception) implements Attempt<T> {

        @Override
        public String reason() {
            return exception.getMessage();
        }

        @Override
        public T valueOrThrow(String whyNoMore, int attempts) throws TransportException {
            throw attempts == 1 ? exception : exception.with(whyNoMore);
        }
    }
}
