package dev.tokenport.workflow;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.WorkflowFile.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
     * A plan of one of the tasks, without its connections.
     *
     * @throws IllegalArgumentException if there is no such task
     */
    public Plan alone(String task) {
        PlannedTask planned = task(task);
        Task alone = planned.task().alone();
        return new Plan(
                new Workflow(workflow.name(), workflow.file(), workflow.folder(), Map.of(task, alone)),
                List.of(new PlannedTask(alone, planned.operator(), planned.ports(), planned.known())));
    }

    /**
     * The task with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PlannedTask task(String id) {
        return tasks.stream()
                .filter(planned -> planned.task().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no task '" + id + "' in " + workflow.file()));
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
        return plan(WorkflowFile.read(file, problems), settings, operators, problems);
    }

    /**
     * Reads a text as {@link #read} reads the file in which it stands or will stand. No file is read.
     *
     * @throws WorkflowException with every mistake, in the order of the text
     */
    public static Plan parse(Path file, String text, OperatorRegistry operators) throws WorkflowException {
        Problems problems = new Problems(file.toString());
        Workflow workflow = WorkflowFile.read(file, SourceText.of(text), problems);
        return plan(workflow, List.of(), operators, problems);
    }

    /** The plan of what could be read, whose mistakes are among the problems. */
    private static Plan plan(Workflow read, List<Setting> settings, OperatorRegistry operators, Problems problems)
            throws WorkflowException {
        Workflow workflow = read.tasks().isEmpty() ? read : Settings.apply(read, settings, problems);
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
