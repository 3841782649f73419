package dev.tokenport.operator.spool;

import dev.tokenport.operator.Entity;
import java.io.IOException;

/** Where entities are kept whole. For one thread. */
public interface EntitySink {

    /**
     * Adds an entity.
     *
     * @param entity an entity without secret values
     * @throws IOException if it cannot be written
     */
    void add(Entity entity) throws IOException;

    /**
     * Ends writing; from now on it can be read.
     *
     * @throws IOException if what is left cannot be written
     */
    void seal() throws IOException;

    /** Gives up what has not been sealed: it is of no use to anybody, and is removed as far as that goes. */
    void abandon();
}
