package dev.tokenport.service;

import dev.tokenport.operator.OperatorException;
import java.io.Serial;

/**
 * One entity cannot be processed; another one may. Any other {@link OperatorException} concerns the task as a whole, and
 * {@code on_error: skip} does not skip it.
 */
public final class EntityException extends OperatorException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with a message that may be shown. */
    public EntityException(String message) {
        super(message);
    }

    /** An exception with a message that may be shown, and its cause. */
    public EntityException(String message, Throwable cause) {
        super(message, cause);
    }
}
