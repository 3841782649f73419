package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One consumer's reading of a spooled source, which hears when it is over. For one thread. */
final class SpooledInput implements Entities {

    private final Entities entities;
    private final TaskRun source;
    private boolean closed;

    SpooledInput(Entities entities, TaskRun source) {
        this.entities = entities;
        this.source = source;
    }

    @Override
    public Optional<Schema> schema() {
        return entities.schema();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        return entities.next();
    }

    @Override
    public void close() throws OperatorException {
        if (!closed) {
            closed = true;
            entities.close();
            source.taken();
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
