package org.silkframework.config;

import org.silkframework.entity.EntitySchema;
import scala.Option;

/** Entities of the schema of the other side. */
public class FlexibleSchemaPort implements Port {

    private final boolean explicitSchema;

    public FlexibleSchemaPort(boolean explicitSchema) {
        this.explicitSchema = explicitSchema;
    }

    public boolean explicitSchema() {
        return explicitSchema;
    }

    @Override
    public Option<EntitySchema> schemaOpt() {
        return Option.empty();
    }
}
