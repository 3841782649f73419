package dev.tokenport.silk.entity;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.spool.Spool;
import dev.tokenport.operator.spool.SpoolFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a task has given, whole: a table of Silk needs the columns of all entities before the first one is taken. The first
 * entities are kept in memory, the others in a file, which is deleted when this is closed. A secret is never put into a
 * file. For one thread.
 */
public final class OutputEntities implements AutoCloseable {

    /** How many entities are kept in memory. */
    static final int IN_MEMORY = 100;

    /** How many characters they have together. */
    static final int CHARACTERS_IN_MEMORY = 1_000_000;

    private final Columns columns = new Columns();
    private final List<Entity> first = new ArrayList<>();
    private final SpoolFolder folder;
    private Optional<Spool> spool = Optional.empty();
    private long count;
    private long characters;

    /**
     * Nothing yet.
     *
     * @param folder where entities are kept that are too many for memory
     * @param schema the columns that are known beforehand
     */
    public OutputEntities(SpoolFolder folder, Optional<Schema> schema) {
        this.folder = folder;
        schema.ifPresent(columns::add);
    }

    /**
     * One more.
     *
     * @throws OperatorException if it cannot be kept
     */
    public void add(Entity entity) throws OperatorException {
        columns.add(entity);
        count++;
        characters += characters(entity);
        if (count == 1 || (spool.isEmpty() && count <= IN_MEMORY && characters <= CHARACTERS_IN_MEMORY)) {
            first.add(entity);
            return;
        }
        if (hasSecret(entity)) {
            throw new OperatorException(
                    "its entities with secrets are too many for memory, and a secret is never put into a file");
        }
        try {
            if (spool.isEmpty()) {
                spool = Optional.of(new Spool(folder, Optional.empty()));
            }
            spool.get().add(entity);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static long characters(Entity entity) {
        long characters = 0;
        for (List<Value> column : entity.values()) {
            for (Value value : column) {
                characters += value instanceof Value.Text text ? text.text().length() : 0;
            }
        }
        return characters;
    }

    private static boolean hasSecret(Entity entity) {
        return entity.values().stream()
                .anyMatch(column -> column.stream().anyMatch(Value.SecretValue.class::isInstance));
    }

    /** That was all. */
    public void seal() throws OperatorException {
        try {
            if (spool.isPresent()) {
                spool.get().seal();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** The first ones. */
    public List<Entity> first(int most) {
        return List.copyOf(first.subList(0, Math.min(most, first.size())));
    }

    /** What their columns are. */
    Columns columns() {
        return columns;
    }

    List<Entity> inMemory() {
        return first;
    }

    /** Those that are not in memory, empty if all are. */
    Optional<Entities> rest() throws OperatorException {
        try {
            return spool.isPresent() ? Optional.of(spool.get().open()) : Optional.empty();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Forgets them. May be called more than once. */
    @Override
    public void close() {
        spool.ifPresent(Spool::abandon);
    }

    private OperatorException failure(IOException cause) {
        return new OperatorException("its entities cannot be kept in '" + folder + "': " + cause.getMessage(), cause);
    }
}
