package dev.tokenport.silk.entity;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.Restriction;
import org.silkframework.entity.paths.TypedPath;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.util.Uri;

/**
 * The columns that entities have together, in the order of their first mention: a table of Silk has one schema. For one
 * thread.
 */
final class Columns {

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private String type = "";

    /** The columns of a schema that is known beforehand. */
    void add(Schema schema) {
        if (type.isEmpty()) {
            type = schema.type();
        }
        schema.paths().forEach(path -> column(path.name()));
    }

    /** Takes note of an entity. */
    void add(Entity entity) {
        if (type.isEmpty()) {
            type = entity.schema().type();
        }
        for (int i = 0; i < entity.values().size(); i++) {
            Column column = column(entity.schema().paths().get(i).name());
            entity.values().get(i).stream().filter(Columns::isThere).forEach(column::add);
        }
    }

    private Column column(String name) {
        return columns.computeIfAbsent(name, Column::new);
    }

    /** Whether Silk has such a value: it has no {@code null}. */
    static boolean isThere(Value value) {
        return !(value instanceof Value.Text text
                && text.type() == JsonType.JSON
                && text.text().equals("null"));
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    String type() {
        return type;
    }

    /** The schema of the table. */
    EntitySchema schema() {
        List<TypedPath> paths = new ArrayList<>();
        for (Column column : columns.values()) {
            paths.add(new TypedPath(PathNames.path(column.name()).operators(), column.type(), false));
        }
        return new EntitySchema(new Uri(type), Sequences.of(paths), Restriction.empty(), UntypedPath.empty(), false);
    }
}
