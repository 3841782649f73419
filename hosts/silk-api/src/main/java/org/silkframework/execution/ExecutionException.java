package org.silkframework.execution;

import scala.Option;

/** A problem of an execution. */
public class ExecutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean abortExecution;

    public ExecutionException(String message, Option<Throwable> cause, boolean abortExecution) {
        super(message, cause.isDefined() ? cause.get() : null);
        this.abortExecution = abortExecution;
    }

    public boolean abortExecution() {
        return abortExecution;
    }
}
