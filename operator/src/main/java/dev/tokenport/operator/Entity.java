package dev.tokenport.operator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row: a list of values per path. Immutable.
 *
 * @param uri its URI, possibly empty
 * @param schema its columns; entities of one stream may have different ones
 * @param values the values of each column, in the order of the schema's paths
 */
public record Entity(String uri, Schema schema, List<List<Value>> values) {

    /** Checks that there is a list of values per path. */
    public Entity {
        Objects.requireNonNull(uri);
        Objects.requireNonNull(schema);
        values = List.copyOf(values);
        if (values.size() != schema.paths().size()) {
            throw new IllegalArgumentException(
                    values.size() + " lists of values for " + schema.paths().size() + " paths");
        }
    }

    /** An entity with one value per path. */
    public static Entity of(String uri, Schema schema, List<Value> values) {
        return new Entity(uri, schema, values.stream().map(List::of).toList());
    }

    /** The values of a path, empty if there is no such path. */
    public List<Value> values(String path) {
        int position = schema.position(path);
        return position < 0 ? List.of() : values.get(position);
    }

    /** The first value of a path. */
    public Optional<Value> first(String path) {
        return values(path).stream().findFirst();
    }
}
