package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Ports.InputPorts.DependencyOnly;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import java.util.List;

/**
 * What the rules of a run need to know of a task. Plain data, so that an engine can keep it where there are no operators.
 * Immutable.
 *
 * @param id the task's id
 * @param takesEntities whether its data connections hand over entities, rather than being only waited for
 * @param connections those that lead to it: data, config, dependency
 */
public record FlowTask(String id, boolean takesEntities, List<Connection> connections) {

    /** Copies the list. */
    public FlowTask {
        connections = List.copyOf(connections);
    }

    /** What is to be known of a planned task. */
    public static FlowTask of(PlannedTask planned) {
        boolean takes = !(planned.ports().inputs() instanceof DependencyOnly);
        return new FlowTask(planned.task().id(), takes, planned.task().connections());
    }

    /** The tasks of a plan, in its order. */
    public static List<FlowTask> of(Plan plan) {
        return plan.tasks().stream().map(FlowTask::of).toList();
    }
}
