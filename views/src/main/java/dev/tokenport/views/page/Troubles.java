package dev.tokenport.views.page;

import dev.tokenport.views.graph.Drawing;
import dev.tokenport.views.graph.Shown;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import dev.tokenport.workflow.view.Figures;
import java.util.ArrayList;
import java.util.List;

/** What a person should look at after a run, and what can be done. Immutable. */
final class Troubles {

    private static final int NAMED = 6;

    private final RunReport report;
    private final Drawing drawing;

    Troubles(RunReport report, Drawing drawing) {
        this.report = report;
        this.drawing = drawing;
    }

    /** Errors, then what was cancelled, rejected and warned of. */
    List<RunView.Trouble> all() {
        List<RunView.Trouble> all = new ArrayList<>();
        for (int i = 0; i < report.tasks().size(); i++) {
            TaskRecord task = report.tasks().get(i);
            if (task.error().isPresent()) {
                all.add(trouble(
                        Badges.badge("error", TaskStatus.FAILED),
                        i,
                        task.error().get(),
                        afterFailure(task)));
            }
        }
        if (all.isEmpty() && report.error().isPresent()) {
            all.add(ofRun("error", TaskStatus.FAILED, report.error().get(), List.of()));
        }
        if (report.outcome() == RunOutcome.CANCELLED) {
            all.add(ofRun(
                    "cancelled", TaskStatus.CANCELLED, "The run was cancelled before it was over.", afterCancel()));
        }
        for (int i = 0; i < report.tasks().size(); i++) {
            addRejects(all, i);
            for (String warning : report.tasks().get(i).warnings()) {
                all.add(trouble(Badges.warning("warning"), i, warning, List.of()));
            }
        }
        return all;
    }

    private void addRejects(List<RunView.Trouble> all, int number) {
        TaskRecord task = report.tasks().get(number);
        if (task.rejects() == 0) {
            return;
        }
        String message = Figures.count(task.rejects(), "entity was", "entities were") + " rejected"
                + (task.taken() == 0 ? "" : ", of " + Figures.number(task.taken()) + " taken") + ".";
        List<String> takers = drawing.links().stream()
                .filter(link -> link.rejects() && link.from() == number)
                .map(link -> drawing.tasks().get(link.to()).title())
                .distinct()
                .toList();
        List<String> advice = takers.isEmpty()
                ? List.of()
                : List.of("Each of them, with what was wrong, went to " + String.join(", ", takers) + ".");
        all.add(trouble(Badges.warning("rejects"), number, message, advice));
    }

    private List<String> afterFailure(TaskRecord task) {
        List<String> advice = new ArrayList<>();
        if (task.facts().containsKey("grant")) {
            advice.add(
                    "To see which step to the token fails: 'tokenport token --verify' with the values of this task.");
        }
        String skipped = titles(TaskStatus.SKIPPED);
        if (!skipped.isEmpty()) {
            advice.add("Skipped because of this: " + skipped + ".");
        }
        String cancelled = titles(TaskStatus.CANCELLED);
        if (!cancelled.isEmpty()) {
            advice.add("Were under way, and were stopped: " + cancelled + ".");
        }
        advice.add("Correct the cause and run the workflow again; it starts from its beginning.");
        return advice;
    }

    private List<String> afterCancel() {
        List<String> advice = new ArrayList<>();
        String cancelled = titles(TaskStatus.CANCELLED);
        if (!cancelled.isEmpty()) {
            advice.add("Were under way: " + cancelled + ".");
        }
        String skipped = titles(TaskStatus.SKIPPED);
        if (!skipped.isEmpty()) {
            advice.add("Had not begun: " + skipped + ".");
        }
        advice.add("Run the workflow again when it suits; it starts from its beginning.");
        return advice;
    }

    /** The tasks of a status, the first few by name. */
    private String titles(TaskStatus status) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < report.tasks().size(); i++) {
            if (report.tasks().get(i).status() == status) {
                titles.add(drawing.tasks().get(i).title());
            }
        }
        int more = titles.size() - NAMED;
        return more <= 1
                ? String.join(", ", titles)
                : String.join(", ", titles.subList(0, NAMED)) + " and " + Figures.number(more) + " more";
    }

    private RunView.Trouble trouble(RunView.Badge badge, int task, String message, List<String> advice) {
        String title = drawing.tasks().get(task).title();
        return new RunView.Trouble(badge, title, TaskTable.anchor(task), Shown.text(message), advice);
    }

    private static RunView.Trouble ofRun(String word, TaskStatus like, String message, List<String> advice) {
        return new RunView.Trouble(Badges.badge(word, like), "", "", Shown.text(message), advice);
    }
}
