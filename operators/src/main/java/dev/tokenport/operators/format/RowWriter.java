package dev.tokenport.operators.format;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import java.io.IOException;

/** Writes entities in one format. For one thread. */
public interface RowWriter {

    /**
     * Tells of a schema before its first entity, which may never come.
     *
     * @throws RowFault if the format has no place for it
     */
    void expect(Schema schema) throws RowFault, IOException;

    /**
     * Writes an entity, which holds no secret.
     *
     * @throws RowFault if the format has no place for it
     */
    void write(Entity entity) throws RowFault, IOException;

    /**
     * Writes what is left, and the end.
     *
     * @return the format in which what was written gives the same paths again
     */
    Format finish() throws IOException;
}
