package dev.tokenport.workflow.run;

import dev.tokenport.workflow.semantics.RunOutcome;
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
        RunOutcome outcome,
        Instant started,
        Instant finished,
        Optional<String> error,
        List<TaskRecord> tasks) {

    /** Copies the list. */
    public RunReport {
        tasks = List.copyOf(tasks);
    }

    /** A report whose message is that of the task that failed. */
    public static RunReport of(
            String workflow,
            String file,
            RunOutcome outcome,
            Instant started,
            Instant finished,
            List<TaskRecord> tasks) {
        Optional<String> error =
                tasks.stream().flatMap(task -> task.error().stream()).findFirst();
        return new RunReport(workflow, file, outcome, started, finished, error, tasks);
    }

    /**
     * The report as JSON with a line end at the end: an object with {@code workflow}, {@code file}, {@code outcome}, {@code
     * started}, {@code finished}, {@code error} and {@code tasks}, an array of objects with {@code id}, {@code label}, {@code
     * operator}, {@code status}, {@code started}, {@code finished}, {@code taken}, {@code entities}, {@code rejects}, {@code renewals}, {@code facts} (an
     * object of texts), {@code warnings} (an array of texts) and {@code error}. Times are ISO 8601 in UTC, outcome and status
     * are in lower case; all members are always there, those that are empty are {@code null}.
     */
    public String toJson() {
        return ReportJson.of(this);
    }
}
