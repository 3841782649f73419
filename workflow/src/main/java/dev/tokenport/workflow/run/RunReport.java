package dev.tokenport.workflow.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a run. All texts are redacted. Immutable.
 *
 * @param workflow the workflow's name
 * @param file the workflow's file
 * @param outcome what became of the run
 * @param started when it started
 * @param finished when it finished
 * @param error the one message of a failed run, such as {@code task 'orders' (HTTP request): …}
 * @param tasks the tasks in the order of the plan
 */
public record RunReport(
        String workflow,
        String file,
        Outcome outcome,
        Instant started,
        Instant finished,
        Optional<String> error,
        List<TaskRecord> tasks) {

    /** What became of a run. */
    public enum Outcome {
        /** All tasks are done. */
        DONE,
        /** A task failed. */
        FAILED,
        /** Somebody cancelled it. */
        CANCELLED
    }

    /** Copies the list. */
    public RunReport {
        tasks = List.copyOf(tasks);
    }

    /** The report as JSON, UTF-8 text with a line end at the end. */
    public String toJson() {
        throw new UnsupportedOperationException(workflow);
    }
}
