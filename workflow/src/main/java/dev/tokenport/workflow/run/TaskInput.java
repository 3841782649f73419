package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task's reading of one of its inputs: what it takes is counted, and the source hears when it is over. For one thread. */
final class TaskInput implements Entities {

    private final Entities entities;
    private final TaskRun taker;
    private final Runnable over;
    private boolean closed;

    TaskInput(Entities entities, TaskRun taker, Runnable over) {
        this.entities = entities;
        this.taker = taker;
        this.over = over;
    }

    @Override
    public Optional<Schema> schema() {
        return entities.schema();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        Entity entity = entities.next();
        if (entity != null) {
            taker.took();
        }
        return entity;
    }

    @Override
    public void close() throws OperatorException {
        if (!closed) {
            closed = true;
            entities.close();
            over.run();
        }
    }

    /** Closes it after the run has been ended. */
    void abandon() {
        try {
            close();
        } catch (OperatorException consequence) {
            // The run's error has been recorded already.
            return;
        }
    }
}
