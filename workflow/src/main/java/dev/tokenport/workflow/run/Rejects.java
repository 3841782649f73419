package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The entities that a task gives up. Thread-safe. */
final class Rejects {

    private final AtomicLong count = new AtomicLong();

    /** How many there are. */
    long count() {
        return count.get();
    }

    /** Takes one. */
    void add(Optional<Entity> entity, String reason) throws OperatorException {
        count.incrementAndGet();
    }
}
