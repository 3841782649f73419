package dev.tokenport.workflow.engine;

/** A worker at work. Thread-safe. */
public interface EngineWorker extends AutoCloseable {

    /**
     * Takes no more tasks, waits some seconds for those that are under way, then interrupts them; tasks that may be repeated
     * go on elsewhere.
     */
    @Override
    void close();
}
