package dev.tokenport.workflow;

import dev.tokenport.operator.RawValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plan whose references have been resolved: what a run starts with. Immutable.
 *
 * @param plan the plan, its ports as far as they are known now
 * @param values raw values by parameter address, by task; what the file and the command line give, without defaults
 */
public record ResolvedPlan(Plan plan, Map<String, Map<String, RawValue>> values) {

    /** Copies the map. */
    public ResolvedPlan {
        values = Map.copyOf(values);
    }

    /** The values of a task, in the order of the file; a copy that may be changed. */
    public Map<String, RawValue> values(String task) {
        return new LinkedHashMap<>(values.getOrDefault(task, Map.of()));
    }
}
