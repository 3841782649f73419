package dev.tokenport.service;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** An entity, and what a service is asked for it: begun by one thread, read by another. */
final class Asked extends FutureTask<Entities> {

    private final Optional<Entity> entity;

    Asked(Optional<Entity> entity, PerEntity.Work work) {
        super(() -> work.answers(entity));
        this.entity = entity;
    }

    Optional<Entity> entity() {
        return entity;
    }

    /** What the service answered, as soon as it has. */
    Entities answers() throws OperatorException, InterruptedException {
        try {
            return get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof OperatorException failure) {
                throw failure;
            } else if (cause instanceof InterruptedException interruption) {
                throw interruption;
            } else if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
        }
    }

    /** Gives up what has not been begun or read. */
    void giveUp() {
        if (!cancel(true)) {
            close();
        }
    }

    /** An answer that comes after it was given up is closed at once. */
    @Override
    protected void set(Entities answers) {
        super.set(answers);
        if (isCancelled()) {
            close(answers);
        }
    }

    private void close() {
        try {
            close(get());
        } catch (ExecutionException e) {
            // There is nothing to close.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Entities answers) {
        try {
            answers.close();
        } catch (OperatorException e) {
            // Nobody is interested in this answer any more.
            return;
        }
    }
}
