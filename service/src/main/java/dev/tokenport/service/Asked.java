package dev.tokenport.service;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Entities, and what a service is asked for them together: begun by one thread, read by another, entity by entity. */
final class Asked extends FutureTask<List<Entities>> {

    private final List<Entity> entities;
    private int position;

    /** What is asked for these entities; for none, what is asked without an input. */
    Asked(List<Entity> entities, PerEntity.BatchWork work) {
        super(() -> work.answers(entities));
        this.entities = entities;
    }

    /** The entity whose turn it is; empty without an input. */
    Optional<Entity> entity() {
        return entities.isEmpty() ? Optional.empty() : Optional.of(entities.get(position));
    }

    /** What the service answered to the entity whose turn it is, as soon as it has. */
    Entities answers() throws OperatorException, InterruptedException {
        try {
            return get().get(position);
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

    /** Turns to the next entity, if there is one. */
    boolean goOn() {
        position++;
        return position < entities.size();
    }

    /** Gives up the entity whose turn it is. */
    void skip() {
        close(position, position + 1);
    }

    /** Gives up what has not been begun or read. */
    void giveUp() {
        if (!cancel(true)) {
            close(position, Integer.MAX_VALUE);
        }
    }

    /** Answers that come after they were given up are closed at once. */
    @Override
    protected void set(List<Entities> answers) {
        super.set(answers);
        if (isCancelled()) {
            answers.forEach(Asked::close);
        }
    }

    private void close(int from, int to) {
        try {
            List<Entities> answers = get();
            answers.subList(from, Math.min(to, answers.size())).forEach(Asked::close);
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
