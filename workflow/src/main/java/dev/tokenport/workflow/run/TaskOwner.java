package dev.tokenport.workflow.run;

/** The run as a task at work sees it. Thread-safe. */
interface TaskOwner {

    /** What all tasks use. */
    RunScope scope();

    /** A task has raised an error; what its consumer is to see. */
    UpstreamException raised(TaskRun task, Throwable error);

    /** The stream of a task has ended. */
    void streamEnded(TaskRun task);
}
