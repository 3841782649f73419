package org.silkframework.runtime.activity;

/** Where a user executes something. */
public class UserExecutionContext {

    private final boolean insideWorkflow;

    public UserExecutionContext(boolean insideWorkflow) {
        this.insideWorkflow = insideWorkflow;
    }

    public boolean insideWorkflow() {
        return insideWorkflow;
    }
}
