package dev.tokenport.operator;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream of entities, read once. For one thread. */
public interface Entities extends AutoCloseable {

    /** The schema of all entities, empty if it is not known beforehand or differs from one to the next. */
    Optional<Schema> schema();

    /**
     * The next entity, {@code null} at the end.
     *
     * @throws OperatorException if it cannot be read or made
     * @throws InterruptedException as soon as the run is cancelled
     */
    @Nullable
    Entity next() throws OperatorException, InterruptedException;

    /** Gives up what is left and frees what is held. May be called more than once. */
    @Override
    void close() throws OperatorException;

    /** A stream of entities that are already there. */
    static Entities of(Schema schema, List<Entity> entities) {
        Iterator<Entity> rest = List.copyOf(entities).iterator();
        return new Entities() {
            @Override
            public Optional<Schema> schema() {
                return Optional.of(schema);
            }

            @Override
            public @Nullable Entity next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        };
    }
}
