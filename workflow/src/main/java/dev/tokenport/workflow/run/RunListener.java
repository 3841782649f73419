package dev.tokenport.workflow.run;

/** Is told what happens in a run while it happens. All texts are redacted. Called by any thread, one call at a time. */
public interface RunListener {

    /** A task has started. */
    default void started(String task, String label) {}

    /** A task tells what it is doing. */
    default void progress(String task, String message) {}

    /** The run, or a task of it, waits for a worker: what waits, and of which queue, on one line. */
    default void waits(String message) {}

    /** A task has warned. */
    default void warned(String task, String message) {}

    /** Nothing more will happen to a task. */
    default void finished(TaskRecord task) {}

    /**
     * A task has failed, and the run with it; called once at the most, before its {@link #finished}. For a stack trace, which
     * has to be redacted: unlike all other texts this error is as it was raised.
     */
    default void failed(String task, Throwable error) {}

    /** A listener that does nothing. */
    static RunListener none() {
        return new RunListener() {};
    }
}
