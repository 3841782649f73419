package dev.tokenport.operator;

import java.io.Serial;

/** A raw value is not of its parameter's type. The message is a predicate, such as {@code is not a whole number}. */
final class MismatchException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    MismatchException(String predicate) {
        super(predicate);
    }

    MismatchException(String predicate, Throwable cause) {
        super(predicate, cause);
    }

    /** The predicate. */
    String predicate() {
        return String.valueOf(getMessage());
    }
}
