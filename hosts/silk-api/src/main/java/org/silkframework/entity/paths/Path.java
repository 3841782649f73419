package org.silkframework.entity.paths;

import org.silkframework.util.Uri;
import scala.Option;
import scala.collection.immutable.List;

/** A path of an entity. */
public interface Path {

    List<PathOperator> operators();

    default Option<Uri> propertyUri() {
        return operators().size() == 1 && operators().head() instanceof ForwardOperator forward
                ? Option.apply(forward.property())
                : Option.empty();
    }

    default boolean isEmpty() {
        return operators().isEmpty();
    }

    default String normalizedSerialization() {
        return propertyUri().isDefined()
                ? propertyUri().get().toString()
                : operators().toString();
    }
}
