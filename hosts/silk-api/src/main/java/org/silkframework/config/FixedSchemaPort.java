package org.silkframework.config;

import org.silkframework.entity.EntitySchema;
import scala.Option;

/** Entities of one schema. */
public class FixedSchemaPort implements Port {

    private final EntitySchema schema;

    public FixedSchemaPort(EntitySchema schema) {
        this.schema = schema;
    }

    public EntitySchema schema() {
        return schema;
    }

    @Override
    public Option<EntitySchema> schemaOpt() {
        return Option.apply(schema);
    }
}
