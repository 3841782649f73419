package dev.tokenport.web.run;

import dev.tokenport.web.history.PastRun;
import dev.tokenport.web.site.Address;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.view.Figures;

/**
 * What became of a run, as its page shows it. Immutable.
 *
 * @param outcome what became of it
 * @param figures how long it took, and how much it did
 * @param error why it failed; empty if it did not
 * @param advice what to do; empty if nothing has to be done
 * @param task where the task is changed that failed; empty if none did
 * @param taskId the id of this task
 * @param edit where the workflow is changed
 * @param path the workflow's path in the folder
 * @param report where the report is; empty without one
 * @param json where it is as JSON
 * @param keeping why it could not be kept; empty if it was
 */
public record EndView(
        String outcome,
        String figures,
        String error,
        String advice,
        String task,
        String taskId,
        String edit,
        String path,
        String report,
        String json,
        String keeping) {

    static EndView of(PastRun run, String keeping) {
        String figures = Figures.count(run.tasks(), "task", "tasks") + ", "
                + Figures.count(run.entities(), "entity", "entities") + " given, in "
                + Figures.duration(run.took());
        String report = run.reported() ? Address.run(run.id()) + "/report" : "";
        return new EndView(
                run.outcome().toString(),
                figures,
                run.error().orElse(""),
                advice(run),
                run.failed().map(task -> Address.edit(run.path(), task)).orElse(""),
                run.failed().orElse(""),
                Address.edit(run.path()),
                run.path(),
                report,
                report.isEmpty() ? "" : report + ".json",
                keeping);
    }

    private static String advice(PastRun run) {
        if (run.outcome() == RunOutcome.DONE) {
            return "";
        }
        if (run.outcome() == RunOutcome.CANCELLED) {
            return "Run the workflow again when it suits; it starts from its beginning.";
        }
        return run.reported()
                ? "Correct the cause and run the workflow again; it starts from its beginning."
                : "No task has run. Correct the cause and run the workflow again.";
    }
}
