package dev.tokenport.cmem.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of CMEM task, and how its parameters become those of one of our operators. Immutable. */
interface TaskKind {

    /** The ids of the plugins in CMEM. */
    List<String> types();

    /** The id or alias of our operator. */
    String operator();

    /** What becomes of each parameter. */
    List<Rule> rules();

    /** Makes what {@linkplain Rule.Joined several parameters} become. */
    default void join(TaskValues values, Target target) {}

    /** Our parameter that names the file of a dataset which the task writes by itself. */
    default Optional<String> writes() {
        return Optional.empty();
    }

    /** Our parameters that are only for reading. */
    default Set<String> readOptions() {
        return Set.of();
    }

    /** The ids of our parameters by those under which a config port of CMEM delivers them, where they differ. */
    default Map<String, String> renamings(TaskValues values, Target target) {
        Map<String, String> renamings = new LinkedHashMap<>();
        for (Rule rule : rules()) {
            if (rule instanceof Rule.Taken taken && !taken.id().equals(taken.target())) {
                renamings.put(taken.id(), taken.target());
            }
        }
        return renamings;
    }
}
