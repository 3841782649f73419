package dev.tokenport.temporal;

import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.temporal.message.Wire;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.Workflow;
import dev.tokenport.workflow.WorkflowYaml;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.semantics.FlowTask;
import java.util.List;
import java.util.Map;

/** How a plan becomes an order. */
final class Orders {

    private Orders() {}

    /** The order of a run. */
    static RunOrder of(RemoteRun run) {
        Workflow workflow = run.plan().workflow();
        return new RunOrder(
                RunOrder.VERSION,
                workflow.name(),
                workflow.file(),
                run.plan().tasks().stream()
                        .map(task -> definition(workflow, task))
                        .toList(),
                run.parallel(),
                run.heartbeat());
    }

    private static TaskDefinition definition(Workflow workflow, PlannedTask planned) {
        Task task = planned.task();
        var alone = new Workflow(workflow.name(), workflow.file(), workflow.folder(), Map.of(task.id(), task));
        return new TaskDefinition(
                task.id(),
                task.label(),
                planned.operator().description().id(),
                planned.operator().description().label(),
                WorkflowYaml.of(alone, List.of(), Map.of()),
                FlowTask.of(planned).takesEntities(),
                planned.operator().repeatable(planned.known()),
                task.queue().orElse(null),
                task.connections().stream().map(Wire::of).toList());
    }
}
