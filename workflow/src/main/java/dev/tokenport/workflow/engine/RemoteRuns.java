package dev.tokenport.workflow.engine;

import dev.tokenport.workflow.run.RunListener;

/** The runs of an engine. Thread-safe. */
public interface RemoteRuns extends AutoCloseable {

    /**
     * Starts a run; it goes on without this process.
     *
     * @throws EngineException if there is a run of this id, or the engine does not take it
     */
    void start(RemoteRun run) throws EngineException;

    /**
     * Follows a run, whether it is under way or has ended.
     *
     * @param id the run's id
     * @param listener is told what happens; what has happened already, first
     * @throws EngineException if there is no such run
     */
    FollowedRun follow(String id, RunListener listener) throws EngineException;

    /**
     * How far a run is.
     *
     * @param id the run's id
     * @throws EngineException if there is no such run
     */
    RunProgress status(String id) throws EngineException;

    /**
     * Asks for the end of a run; it ends when its tasks have.
     *
     * @param id the run's id
     * @throws EngineException if there is no such run, or it has ended
     */
    void cancel(String id) throws EngineException;

    @Override
    void close();
}
