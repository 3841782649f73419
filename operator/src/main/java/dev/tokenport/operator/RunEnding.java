package dev.tokenport.operator;

/** What a task has done when no task of the run is at work any more. */
@FunctionalInterface
public interface RunEnding {

    /**
     * Does it.
     *
     * @throws OperatorException if it cannot be done; the message becomes a warning of the task
     * @throws InterruptedException as soon as the thread is interrupted
     */
    void run() throws OperatorException, InterruptedException;
}
