package dev.tokenport.workflow.run;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.TaskLink;
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
 * @param links the connections between them, by the task they lead to
 */
public record RunReport(
        String workflow,
        String file,
        RunOutcome outcome,
        Instant started,
        Instant finished,
        Optional<String> error,
        List<TaskRecord> tasks,
        List<TaskLink> links) {

    /** Copies the lists. */
    public RunReport {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    /** The report of a run of a plan. */
    static RunReport of(Plan plan, RunOutcome outcome, Instant started, Instant finished, List<TaskRecord> tasks) {
        String file = plan.workflow().file();
        return of(plan.workflow().name(), file, outcome, started, finished, tasks, plan.links());
    }

    /** A report whose message is that of the task that failed. */
    public static RunReport of(
            String workflow,
            String file,
            RunOutcome outcome,
            Instant started,
            Instant finished,
            List<TaskRecord> tasks,
            List<TaskLink> links) {
        Optional<String> error =
                tasks.stream().flatMap(task -> task.error().stream()).findFirst();
        return new RunReport(workflow, file, outcome, started, finished, error, tasks, links);
    }

    /**
     * The report as JSON with a line end at the end: an object with {@code workflow}, {@code file}, {@code outcome}, {@code
     * started}, {@code finished}, {@code error} and {@code tasks}, an array of objects with {@code id}, {@code label}, {@code
     * operator}, {@code status}, {@code started}, {@code finished}, {@code taken}, {@code entities}, {@code rejects}, {@code renewals}, {@code facts} (an
     * object of texts), {@code warnings} (an array of texts) and {@code error}; then {@code connections}, an array of objects
     * with {@code from} (a task, or {@code TASK.rejects}), {@code to} and {@code kind}. Times are ISO 8601 in UTC, outcome and status
     * are in lower case; all members are always there, those that are empty are {@code null}.
     */
    public String toJson() {
        return ReportJson.of(this);
    }
}
