package dev.tokenport.operator;

import dev.tokenport.secret.OneLine;
import java.io.Serial;

/** A task failed. The message is one line that says what, where, why and, where known, what to try; no secret in it. */
public class OperatorException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with a message that may be shown. */
    public OperatorException(String message) {
        super(OneLine.of(message));
    }

    /** An exception with a message that may be shown, and its cause. */
    public OperatorException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
