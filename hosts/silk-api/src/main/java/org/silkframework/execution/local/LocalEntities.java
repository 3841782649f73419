package org.silkframework.execution.local;

import java.io.IOException;
import org.silkframework.execution.EntityHolder;

/** A table of entities in this process. */
public interface LocalEntities extends EntityHolder {

    @Override
    default void close() throws IOException {
        entities().close();
    }
}
