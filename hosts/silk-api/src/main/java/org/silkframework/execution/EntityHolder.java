package org.silkframework.execution;

import java.io.Closeable;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.entity.Entity;
import org.silkframework.entity.EntitySchema;
import org.silkframework.runtime.iterator.CloseableIterator;

/** A table of entities. */
public interface EntityHolder extends Closeable {

    EntitySchema entitySchema();

    CloseableIterator<Entity> entities();

    Task<TaskSpec> task();
}
