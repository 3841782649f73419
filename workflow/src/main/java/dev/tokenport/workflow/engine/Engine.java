package dev.tokenport.workflow.engine;

import dev.tokenport.http.TimeSource;

/** An engine whose tasks may run on other machines; it is an existing product. Thread-safe. */
public interface Engine {

    /** Its name, as on the command line. */
    String name();

    /**
     * Connects, to start runs and to ask about them.
     *
     * @param time says how often is asked
     * @throws EngineException if it cannot be reached
     */
    RemoteRuns connect(EngineAddress address, TimeSource time) throws EngineException;

    /**
     * Connects, and begins to execute tasks.
     *
     * @throws EngineException if it cannot be reached
     */
    EngineWorker work(EngineAddress address, WorkerSettings settings) throws EngineException;
}
