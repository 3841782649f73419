package dev.tokenport.service.json;

import dev.tokenport.operator.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives entities with the same members the same schema; of one text, or of all that a task reads. Thread-safe. */
public final class SchemaPool {

    private static final int LIMIT = 256;

    private final Map<List<String>, Schema> schemas = new ConcurrentHashMap<>();
    private volatile Schema last = new Schema("", List.of());

    /** No schemas yet. */
    public SchemaPool() {}

    /** The schema of these members. */
    Schema of(List<String> names) {
        Schema before = last;
        if (hasNames(before, names)) {
            return before;
        }
        Schema schema = pooled(names);
        last = schema;
        return schema;
    }

    private static boolean hasNames(Schema schema, List<String> names) {
        List<Schema.Path> paths = schema.paths();
        if (paths.size() != names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!paths.get(i).name().equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Schema pooled(List<String> names) {
        Schema known = schemas.get(names);
        if (known != null) {
            return known;
        }
        if (schemas.size() >= LIMIT) {
            schemas.clear();
        }
        Schema schema = new Schema("", names.stream().map(Schema.Path::of).toList());
        schemas.put(List.copyOf(names), schema);
        return schema;
    }
}
