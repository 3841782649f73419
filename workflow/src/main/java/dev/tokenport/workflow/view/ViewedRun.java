package dev.tokenport.workflow.view;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.view.ViewedWorkflow.ViewedTask;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A run to be shown. Immutable.
 *
 * @param workflow the workflow
 * @param file the workflow's file, as it is to be shown
 * @param report what happened; its tasks are those of the workflow, in the same order
 */
public record ViewedRun(ViewedWorkflow workflow, String file, RunReport report) {

    /**
     * What there is to be shown of a report.
     *
     * @param operators gives an operator's name for people by its id
     * @param shown redacts a text
     */
    public static ViewedRun of(RunReport report, UnaryOperator<String> operators, UnaryOperator<String> shown) {
        List<ViewedTask> tasks = report.tasks().stream()
                .map(task -> viewed(task, operators, shown))
                .toList();
        var workflow = new ViewedWorkflow(shown.apply(report.workflow()), tasks, report.links());
        return new ViewedRun(workflow, shown.apply(report.file()), report);
    }

    private static ViewedTask viewed(TaskRecord task, UnaryOperator<String> operators, UnaryOperator<String> shown) {
        String operator = operators.apply(task.operator());
        return new ViewedTask(task.id(), shown.apply(task.id()), shown.apply(task.label()), shown.apply(operator));
    }
}
