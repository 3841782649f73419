package org.silkframework.execution.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.silkframework.execution.EntityHolder;

/** A table of entities in this process. */
public interface LocalEntities extends EntityHolder {

    // Scala declares no exceptions.
    @Override
    default void close() {
        try {
            entities().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
