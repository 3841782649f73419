package dev.tokenport.workflow.engine;

import java.io.Serial;

/** An engine cannot do what it is asked to; the message says why, on one line, and may be shown. */
public final class EngineException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public EngineException(String message) {
        super(message);
    }

    /** Says why. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
