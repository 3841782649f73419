package dev.tokenport.service.json;

import dev.tokenport.operator.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives entities with the same members the same schema. For one thread. */
final class SchemaPool {

    private static final int LIMIT = 256;

    private final Map<List<String>, Schema> schemas = new LinkedHashMap<>();
    private Schema last = new Schema("", List.of());

    /** The schema of these members. */
    Schema of(List<String> names) {
        if (!isLast(names)) {
            last = pooled(names);
        }
        return last;
    }

    private boolean isLast(List<String> names) {
        List<Schema.Path> paths = last.paths();
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
