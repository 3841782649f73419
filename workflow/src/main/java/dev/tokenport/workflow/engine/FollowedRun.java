package dev.tokenport.workflow.engine;

import dev.tokenport.workflow.run.RunReport;

/** A run that somebody follows. For one thread. */
public interface FollowedRun {

    /**
     * Waits for the end of the run. Interrupting the thread does not touch the run; then this may be called again, and a
     * listener does not hear anything twice.
     *
     * @return what happened, as a local run reports it
     * @throws EngineException if the engine cannot be asked any more
     * @throws InterruptedException if the thread is interrupted
     */
    RunReport toTheEnd() throws EngineException, InterruptedException;
}
