package dev.tokenport.workflow;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.WorkflowFile.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A valid workflow: its tasks in an order in which they can run. Immutable.
 *
 * @param workflow the workflow
 * @param tasks the tasks in topological order, otherwise in the order of the file
 */
public record Plan(Workflow workflow, List<PlannedTask> tasks) {

    /** Copies the list. */
    public Plan {
        tasks = List.copyOf(tasks);
    }

    /** All connections, by the task they lead to, in the order of the tasks. */
    public List<TaskLink> links() {
        return tasks.stream()
                .map(PlannedTask::task)
                .flatMap(task -> task.connections().stream().map(connection -> TaskLink.of(connection, task.id())))
                .toList();
    }

    /**
     * Reads a file, replaces some values, and validates it: {@link WorkflowFile#read}, {@link WorkflowFile#with} and
     * {@link #of} at once, so that all mistakes are reported together.
     *
     * @param settings values from the command line, possibly none
     * @throws WorkflowException with every mistake, in the order of the file
     * @throws IOException if the file cannot be read
     */
    public static Plan read(Path file, List<Setting> settings, OperatorRegistry operators)
            throws WorkflowException, IOException {
        Problems problems = new Problems(file.toString());
        Workflow workflow = WorkflowFile.read(file, problems);
        if (!workflow.tasks().isEmpty()) {
            workflow = Settings.apply(workflow, settings, problems);
        }
        return new Validation(workflow, operators, problems).plan();
    }

    /**
     * Validates a workflow against the operators' metadata. Nothing is resolved, read or connected.
     *
     * @throws WorkflowException with every mistake, in the order of the file
     */
    public static Plan of(Workflow workflow, OperatorRegistry operators) throws WorkflowException {
        return new Validation(workflow, operators, new Problems(workflow.file())).plan();
    }
}
