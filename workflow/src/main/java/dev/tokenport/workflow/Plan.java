package dev.tokenport.workflow;

import dev.tokenport.operator.OperatorRegistry;
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

    /**
     * Validates a workflow against the operators' metadata. Nothing is resolved, read or connected.
     *
     * @throws WorkflowException with every mistake, in the order of the file
     */
    public static Plan of(Workflow workflow, OperatorRegistry operators) throws WorkflowException {
        throw new UnsupportedOperationException(workflow.name());
    }
}
