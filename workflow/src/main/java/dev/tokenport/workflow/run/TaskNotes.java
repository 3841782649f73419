package dev.tokenport.workflow.run;

import java.util.List;
import java.util.Map;

/**
 * What a task has told about itself. Redacted. Immutable.
 *
 * @param facts what it told, in order
 * @param warnings what a person should look at
 */
public record TaskNotes(Map<String, String> facts, List<String> warnings) {}
