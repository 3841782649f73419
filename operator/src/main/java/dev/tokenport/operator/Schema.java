package dev.tokenport.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The description of entities: their type and their paths. Immutable.
 *
 * <p>Two schemas are equal if type and paths are.
 */
public final class Schema {

    /** The type of an entity that carries parameter settings. */
    public static final String PARAMETER_SETTINGS = "urn:ParameterSettings";

    /** The URI of the one entity of parameter settings. */
    public static final String PARAMETER = "urn:Parameter";

    /** What the values of a path are. */
    public enum PathType {
        /** Anything. */
        ANY,
        /** Strings. */
        STRING,
        /** Numbers. */
        NUMBER,
        /** Booleans. */
        BOOLEAN,
        /** Arrays, objects or null. */
        JSON,
        /** Secret values. */
        SECRET
    }

    /**
     * A column.
     *
     * @param name its name; of parameter settings, the name of a parameter
     * @param type what its values are
     * @param optional whether a config port that has no such parameter ignores it silently
     */
    public record Path(String name, PathType type, boolean optional) {

        /** Checks that nothing is null. */
        public Path {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
        }

        /** A path of any type that is not optional. */
        public static Path of(String name) {
            return new Path(name, PathType.ANY, false);
        }
    }

    private final String type;
    private final List<Path> paths;
    private final Map<String, Integer> positions;
    private final int hash;

    /**
     * A schema.
     *
     * @param type a URI or a name, possibly empty
     * @param paths the columns, with distinct names
     */
    public Schema(String type, List<Path> paths) {
        this.type = Objects.requireNonNull(type);
        this.paths = List.copyOf(paths);
        this.positions = new HashMap<>();
        int hashing = type.hashCode();
        for (Path path : this.paths) {
            hashing = 31 * hashing + path.name().hashCode();
            if (positions.putIfAbsent(path.name(), positions.size()) != null) {
                throw new IllegalArgumentException("two paths are named '" + path.name() + "'");
            }
        }
        this.hash = hashing;
    }

    /** A schema of paths of any type. */
    public static Schema of(String type, String... names) {
        return new Schema(type, Stream.of(names).map(Path::of).toList());
    }

    /** The type of the entities. */
    public String type() {
        return type;
    }

    /** The columns. */
    public List<Path> paths() {
        return paths;
    }

    /** The position of a column, or -1. */
    public int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Schema that
                        && hash == that.hash
                        && type.equals(that.type)
                        && paths.equals(that.paths));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return type + paths.stream().map(Path::name).toList();
    }
}
