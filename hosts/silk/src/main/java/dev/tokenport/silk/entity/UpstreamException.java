package dev.tokenport.silk.entity;

import dev.tokenport.operator.OperatorException;
import java.io.Serial;

/** What the source of an input raised: no fault of the task that reads it, and passed on as it is. */
public final class UpstreamException extends OperatorException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RuntimeException raised;

    UpstreamException(RuntimeException raised) {
        super(String.valueOf(raised.getMessage()), raised);
        this.raised = raised;
    }

    /** What was raised. */
    public RuntimeException raised() {
        return raised;
    }
}
