package dev.tokenport.workflow.store;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Schema;
import dev.tokenport.workflow.run.spool.EntitySink;
import java.io.IOException;
import java.util.Optional;

/**
 * A place that all processes of a run reach, where outputs are kept whole until the run has ended. What is written appears
 * when it is sealed; until then nobody can read any of it. Thread-safe.
 */
public interface EntityStore {

    /**
     * Begins to write.
     *
     * @param key where; nothing else is ever written there
     * @param schema the schema of all entities, if it is known beforehand
     * @throws IOException if it cannot be written
     */
    EntitySink write(StoreKey key, Optional<Schema> schema) throws IOException;

    /**
     * Reads what was written and sealed.
     *
     * @throws IOException if it is not there, or cannot be read
     */
    Entities read(StoreKey key) throws IOException;

    /**
     * Removes all that was written for a run.
     *
     * @param run the name of the run, as in its keys
     * @throws IOException if something is left
     */
    void remove(String run) throws IOException;
}
