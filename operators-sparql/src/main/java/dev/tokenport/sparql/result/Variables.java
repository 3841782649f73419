package dev.tokenport.sparql.result;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables of an answer, a path each: those of its head, or else in the order of their first value. For one thread. */
final class Variables {

    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private Schema schema = new Schema("", List.of());

    /** Makes a variable known. */
    void add(String name) {
        if (positions.putIfAbsent(name, positions.size()) == null) {
            schema = new Schema(
                    "", positions.keySet().stream().map(Schema.Path::of).toList());
        }
    }

    /** The entity of a solution; a variable that it does not bind has no value. */
    Entity entity(Map<String, Value> solution) {
        solution.keySet().forEach(this::add);
        List<List<Value>> values = new ArrayList<>(Collections.nCopies(positions.size(), List.of()));
        solution.forEach((name, value) -> values.set(positions.getOrDefault(name, 0), List.of(value)));
        return new Entity("", schema, values);
    }
}
