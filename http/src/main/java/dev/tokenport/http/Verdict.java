package dev.tokenport.http;

import java.util.Objects;

/**
 * What a reader makes of an answer. To give up with an exception, the reader throws it.
 *
 * @param <T> what is read from an answer
 */
public sealed interface Verdict<T> {

    /** What was read. */
    T value();

    /**
     * This is the result, good or bad.
     *
     * @param value what was read
     * @param rest what happens to the answer
     */
    record Done<T>(T value, Rest rest) implements Verdict<T> {

        /** Checks that nothing is missing. */
        public Done {
            Objects.requireNonNull(value);
            Objects.requireNonNull(rest);
        }
    }

    /**
     * The same request may get a better answer a little later.
     *
     * @param value what was read; the result if there is no attempt or no time left
     * @param reason why this is not yet the result, in words that may be shown, such as {@code HTTP 503}
     */
    record TryAgain<T>(T value, String reason) implements Verdict<T> {

        /** Checks that nothing is missing. */
        public TryAgain {
            Objects.requireNonNull(value);
            Objects.requireNonNull(reason);
        }
    }

    /**
     * The server has said what it misses in the request, and did not process it: it is sent again at once, which is no
     * attempt of its own. The reader sees to it that this comes to an end.
     *
     * @param value what was read; the result if there is no time left
     */
    record SendAgain<T>(T value) implements Verdict<T> {

        /** Checks that nothing is missing. */
        public SendAgain {
            Objects.requireNonNull(value);
        }
    }

    /** What happens to an answer after it was read. */
    enum Rest {
        /** The exchange closes it. */
        CLOSED,
        /** The value still reads from it and closes it. */
        OPEN
    }

    /** This is the result, good or bad; the answer is closed. */
    static <T> Verdict<T> done(T value) {
        return new Done<>(value, Rest.CLOSED);
    }

    /** This is the result; it still reads from the answer, and whoever gets it closes it. */
    static <T> Verdict<T> open(T value) {
        return new Done<>(value, Rest.OPEN);
    }

    /** The same request may get a better answer a little later; the answer is closed. */
    static <T> Verdict<T> tryAgain(T value, String reason) {
        return new TryAgain<>(value, reason);
    }

    /** The server has said what it misses in the request: it is sent again at once; the answer is closed. */
    static <T> Verdict<T> sendAgain(T value) {
        return new SendAgain<>(value);
    }
}
