package dev.tokenport.cmem.mapping;

import java.util.List;

/**
 * A kind whose parameters are mapped one by one. Immutable.
 *
 * @param types the ids of the plugins in CMEM
 * @param operator the id or alias of our operator
 * @param rules what becomes of each parameter
 */
record TableKind(List<String> types, String operator, List<Rule> rules) implements TaskKind {

    /** Copies the lists. */
    TableKind {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }
}
