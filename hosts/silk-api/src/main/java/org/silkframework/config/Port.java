package org.silkframework.config;

import org.silkframework.entity.EntitySchema;
import scala.Option;

/** What passes through a port. */
public interface Port {

    Option<EntitySchema> schemaOpt();
}
