package dev.tokenport.workflow.run;

import dev.tokenport.workflow.semantics.TaskStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to a task. All texts are redacted. Immutable.
 *
 * @param id the task's id
 * @param label the task's label
 * @param operator the operator's id
 * @param status what became of it
 * @param started when it started, empty if it did not
 * @param finished when it finished, empty if it did not start
 * @param taken how many entities it took from its inputs
 * @param entities how many entities it gave
 * @param rejects how many entities it gave up
 * @param renewals how many renewals it made for its consumers
 * @param facts what it told about itself, in order
 * @param warnings what a person should look at
 * @param error why it failed
 */
public record TaskRecord(
        String id,
        String label,
        String operator,
        TaskStatus status,
        Optional<Instant> started,
        Optional<Instant> finished,
        long taken,
        long entities,
        long rejects,
        int renewals,
        Map<String, String> facts,
        List<String> warnings,
        Optional<String> error) {

    /** Copies the collections. */
    public TaskRecord {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        warnings = List.copyOf(warnings);
    }
}
