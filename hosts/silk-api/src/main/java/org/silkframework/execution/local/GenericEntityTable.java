package org.silkframework.execution.local;

import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.entity.Entity;
import org.silkframework.entity.EntitySchema;
import org.silkframework.runtime.iterator.CloseableIterator;
import scala.collection.immutable.Seq;

/** A table of any entities. */
public class GenericEntityTable implements LocalEntities {

    private final CloseableIterator<Entity> entities;
    private final EntitySchema entitySchema;
    private final Task<TaskSpec> task;
    private final Seq<String> globalErrors;

    public GenericEntityTable(
            CloseableIterator<Entity> genericEntities,
            EntitySchema entitySchema,
            Task<TaskSpec> task,
            Seq<String> globalErrors) {
        this.entities = genericEntities;
        this.entitySchema = entitySchema;
        this.task = task;
        this.globalErrors = globalErrors;
    }

    @Override
    public EntitySchema entitySchema() {
        return entitySchema;
    }

    @Override
    public CloseableIterator<Entity> entities() {
        return entities;
    }

    @Override
    public Task<TaskSpec> task() {
        return task;
    }

    public Seq<String> globalErrors() {
        return globalErrors;
    }
}
