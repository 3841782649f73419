package dev.tokenport.operator.spool;

import dev.tokenport.operator.OperatorException;
import java.io.IOException;
import java.io.Serial;

/** What is kept for a task cannot be read: no fault of the task that reads it. */
public final class SpoolException extends OperatorException {

    @Serial
    private static final long serialVersionUID = 1L;

    SpoolException(String message, IOException cause) {
        super(message, cause);
    }
}
