package org.silkframework.entity.paths;

import org.silkframework.util.Uri;

/** A step from a subject to the objects of a property. */
public class ForwardOperator extends PathOperator {

    private final Uri property;

    public ForwardOperator(Uri property) {
        this.property = property;
    }

    public Uri property() {
        return property;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForwardOperator that && property.equals(that.property);
    }

    @Override
    public int hashCode() {
        return property.hashCode();
    }
}
