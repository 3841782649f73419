package org.silkframework.execution.report;

import scala.Option;
import scala.collection.immutable.Seq;

/** Samples of what a task gives. */
public class SampleEntities {

    private final Seq<EntitySample> entities;
    private final SampleEntitiesSchema schema;
    private final Option<String> id;

    public SampleEntities(Seq<EntitySample> entities, SampleEntitiesSchema schema, Option<String> id) {
        this.entities = entities;
        this.schema = schema;
        this.id = id;
    }

    public Seq<EntitySample> entities() {
        return entities;
    }

    public SampleEntitiesSchema schema() {
        return schema;
    }

    public Option<String> id() {
        return id;
    }
}
