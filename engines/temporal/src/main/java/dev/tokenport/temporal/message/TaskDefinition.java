package dev.tokenport.temporal.message;

import dev.tokenport.workflow.semantics.FlowTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of a run. References in it have not been resolved: they lead to where it is executed. Immutable.
 *
 * @param id the task's id
 * @param label the task's label
 * @param operator the operator's id
 * @param operatorLabel the operator's name for people
 * @param text the task as it stands in a workflow file that has no other
 * @param takesEntities whether its data connections hand over entities
 * @param repeatable whether executing it twice does what executing it once does
 * @param queue the queue from which workers take it; null for that of the run
 * @param wires the connections that lead to it: data, config, dependency
 */
public record TaskDefinition(
        String id,
        String label,
        String operator,
        String operatorLabel,
        String text,
        boolean takesEntities,
        boolean repeatable,
        @Nullable String queue,
        List<Wire> wires) {

    /** Copies the list. */
    public TaskDefinition {
        wires = List.copyOf(wires);
    }

    /** The same for who executes it, which needs no connections. */
    TaskDefinition alone() {
        return new TaskDefinition(
                id, label, operator, operatorLabel, text, takesEntities, repeatable, queue, List.of());
    }

    /** What the rules of a run need to know of it. */
    public FlowTask flow() {
        return new FlowTask(
                id, takesEntities, wires.stream().map(Wire::connection).toList());
    }
}
