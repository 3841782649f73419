package dev.tokenport.workflow.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a task has told about itself. Redacted. Immutable.
 *
 * @param facts what it told, in order
 * @param warnings what a person should look at
 */
public record TaskNotes(Map<String, String> facts, List<String> warnings) {

    /** Nothing. */
    public static final TaskNotes NONE = new TaskNotes(Map.of(), List.of());

    /** These and what it told later: a fact replaces the one before, a warning stands there once. */
    public TaskNotes and(TaskNotes later) {
        Map<String, String> allFacts = new LinkedHashMap<>(facts);
        allFacts.putAll(later.facts);
        Set<String> allWarnings = new LinkedHashSet<>(warnings);
        allWarnings.addAll(later.warnings);
        return new TaskNotes(allFacts, new ArrayList<>(allWarnings));
    }
}
