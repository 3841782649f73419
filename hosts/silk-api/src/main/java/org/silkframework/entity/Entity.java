package org.silkframework.entity;

import org.silkframework.util.Uri;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** One entity. */
public class Entity {

    private final Uri uri;
    private final IndexedSeq<Seq<String>> values;
    private final EntitySchema schema;

    private Entity(Uri uri, IndexedSeq<Seq<String>> values, EntitySchema schema) {
        this.uri = uri;
        this.values = values;
        this.schema = schema;
    }

    public static Entity apply(Uri uri, IndexedSeq<Seq<String>> values, EntitySchema schema) {
        return new Entity(uri, values, schema);
    }

    public static Entity apply(String uri, IndexedSeq<Seq<String>> values, EntitySchema schema) {
        return new Entity(new Uri(uri), values, schema);
    }

    public Uri uri() {
        return uri;
    }

    public IndexedSeq<Seq<String>> values() {
        return values;
    }

    public EntitySchema schema() {
        return schema;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entity that
                && uri.equals(that.uri)
                && values.equals(that.values)
                && schema.equals(that.schema);
    }

    @Override
    public int hashCode() {
        return uri.hashCode() * 31 + values.hashCode();
    }
}
