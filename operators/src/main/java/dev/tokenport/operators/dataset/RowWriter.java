package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import java.io.IOException;

/** Writes entities in one format. For one thread. */
interface RowWriter {

    /** Tells of a schema before its first entity, which may never come. */
    void expect(Schema schema) throws IOException;

    /** Writes an entity, which holds no secret. */
    void write(Entity entity) throws IOException;

    /** Writes what is left, and the end. */
    void finish() throws IOException;
}
