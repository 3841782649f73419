package org.silkframework.config;

import org.silkframework.entity.EntitySchema;
import scala.Option;

/** Entities of a schema that is not known beforehand. */
public class UnknownSchemaPort$ implements Port {

    public static final UnknownSchemaPort$ MODULE$ = new UnknownSchemaPort$();

    private UnknownSchemaPort$() {}

    @Override
    public Option<EntitySchema> schemaOpt() {
        return Option.empty();
    }
}
