package dev.tokenport.operator;

/** Whether the run is being cancelled. A blocked thread is interrupted as well. Thread-safe. */
public interface Cancellation {

    /** Whether the run is being cancelled. */
    boolean requested();

    /**
     * Fails if the run is being cancelled; for loops that never block.
     *
     * @throws InterruptedException if it is
     */
    default void check() throws InterruptedException {
        if (requested() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the run was cancelled");
        }
    }
}
