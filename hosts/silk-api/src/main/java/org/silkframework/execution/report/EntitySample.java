package org.silkframework.execution.report;

import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** A sample. */
public class EntitySample {

    private final String uri;
    private final IndexedSeq<Seq<String>> values;

    private EntitySample(String uri, IndexedSeq<Seq<String>> values) {
        this.uri = uri;
        this.values = values;
    }

    public static EntitySample apply(String uri, IndexedSeq<Seq<String>> values) {
        return new EntitySample(uri, values);
    }

    public String uri() {
        return uri;
    }

    public IndexedSeq<Seq<String>> values() {
        return values;
    }
}
