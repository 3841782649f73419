package org.silkframework.execution;

import scala.Option;

/** A problem that ends an execution. */
public class AbortExecutionException extends ExecutionException {

    private static final long serialVersionUID = 1L;

    public AbortExecutionException(String message, Option<Throwable> cause) {
        super(message, cause, true);
    }
}
