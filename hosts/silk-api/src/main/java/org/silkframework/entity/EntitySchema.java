package org.silkframework.entity;

import org.silkframework.entity.paths.TypedPath;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.util.Uri;
import scala.collection.immutable.IndexedSeq;

/** What the entities of a table have. */
public class EntitySchema {

    private final Uri typeUri;
    private final IndexedSeq<TypedPath> typedPaths;
    private final Restriction filter;
    private final UntypedPath subPath;
    private final boolean singleEntity;

    public EntitySchema(
            Uri typeUri,
            IndexedSeq<TypedPath> typedPaths,
            Restriction filter,
            UntypedPath subPath,
            boolean singleEntity) {
        this.typeUri = typeUri;
        this.typedPaths = typedPaths;
        this.filter = filter;
        this.subPath = subPath;
        this.singleEntity = singleEntity;
    }

    public Uri typeUri() {
        return typeUri;
    }

    public IndexedSeq<TypedPath> typedPaths() {
        return typedPaths;
    }

    public Restriction filter() {
        return filter;
    }

    public UntypedPath subPath() {
        return subPath;
    }

    public boolean singleEntity() {
        return singleEntity;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntitySchema that
                && typeUri.equals(that.typeUri)
                && typedPaths.equals(that.typedPaths)
                && subPath.equals(that.subPath);
    }

    @Override
    public int hashCode() {
        return typeUri.hashCode() * 31 + typedPaths.hashCode();
    }
}
