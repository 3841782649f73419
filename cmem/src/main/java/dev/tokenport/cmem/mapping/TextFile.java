package dev.tokenport.cmem.mapping;

import java.util.List;
import java.util.Set;

/**
 * A file that is handed on as text: read whole, written line by line, as CMEM does. Immutable.
 *
 * @param types the ids of the plugins in CMEM
 * @param rules what becomes of each parameter
 */
record TextFile(List<String> types, List<Rule> rules) implements TaskKind {

    private static final String UNIT = "unit";

    /** Copies the lists. */
    TextFile {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }

    @Override
    public String operator() {
        return "text-dataset";
    }

    @Override
    public void join(TaskValues values, Target target) {
        if (target.has(UNIT)) {
            target.put(UNIT, "whole", values.position("file"));
        }
    }

    @Override
    public Set<String> readOptions() {
        return Set.of(UNIT);
    }
}
