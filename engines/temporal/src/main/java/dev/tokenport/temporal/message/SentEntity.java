package dev.tokenport.temporal.message;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import java.util.List;

/**
 * An entity of parameter settings on its way to another process. Immutable.
 *
 * @param uri its URI
 * @param type the type of its schema
 * @param paths its columns
 * @param values the values of each column
 */
public record SentEntity(String uri, String type, List<SentPath> paths, List<List<SentValue>> values) {

    /** What is written beside the texts of a column or a value. */
    private static final int BESIDE = 60;

    /**
     * A column.
     *
     * @param name its name
     * @param type its type
     * @param optional whether it may name no parameter
     */
    public record SentPath(String name, Schema.PathType type, boolean optional) {}

    /** An entity as it is sent. */
    public static SentEntity of(Entity entity) {
        return new SentEntity(
                entity.uri(),
                entity.schema().type(),
                entity.schema().paths().stream()
                        .map(path -> new SentPath(path.name(), path.type(), path.optional()))
                        .toList(),
                entity.values().stream()
                        .map(column -> column.stream().map(SentValue::of).toList())
                        .toList());
    }

    /** About how many characters it has when it is written. */
    long weight() {
        long weight = 0L + uri.length() + type.length();
        for (SentPath path : paths) {
            weight += path.name().length() + BESIDE;
        }
        for (List<SentValue> column : values) {
            for (SentValue value : column) {
                weight += value.text().length() + value.task().length() + BESIDE;
            }
        }
        return weight;
    }

    /** The entity. */
    public Entity entity() {
        List<Schema.Path> columns = paths.stream()
                .map(path -> new Schema.Path(path.name(), path.type(), path.optional()))
                .toList();
        return new Entity(
                uri,
                new Schema(type, columns),
                values.stream()
                        .map(column -> column.stream().map(SentValue::value).toList())
                        .toList());
    }
}
