package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.spool.Spool;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An output that is kept for those who take it, until the last one has what it needs. Thread-safe. */
final class KeptOutput {

    private final String name;
    private final boolean wanted;
    private final AtomicInteger takers;
    private volatile @Nullable Spool spool;

    /** An output of this name, as a workflow file has it. */
    KeptOutput(String name, int takers) {
        this.name = name;
        this.wanted = takers > 0;
        this.takers = new AtomicInteger(takers);
    }

    /** Whether somebody takes it. */
    boolean isWanted() {
        return wanted;
    }

    void keep(Spool filled) {
        spool = filled;
    }

    /** The first entity, if it is kept and there is one. */
    Optional<Entity> first() {
        return Optional.ofNullable(spool).flatMap(Spool::first);
    }

    /** One taker's reading of it. */
    TaskInput open(TaskRun taker) throws OperatorException {
        return new TaskInput(read(), taker, this::taken);
    }

    /** A reading of it that is nobody's input. */
    Entities read() throws OperatorException {
        try {
            return Optional.ofNullable(spool).orElseThrow().open();
        } catch (IOException e) {
            throw new OperatorException(
                    "the spooled entities of task '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** One taker has what it needs; after the last one what was kept is deleted. */
    void taken() {
        if (takers.decrementAndGet() == 0) {
            delete();
        }
    }

    void delete() {
        Spool kept = spool;
        if (kept != null) {
            try {
                kept.close();
            } catch (IOException unimportant) {
                // What cannot be deleted now is tried again at the end of the run, and swept by a later one.
                return;
            }
        }
    }
}
