package dev.tokenport.temporal.message;

import dev.tokenport.workflow.semantics.Dataflow;
import dev.tokenport.workflow.semantics.Streaming;
import java.time.Duration;
import java.util.List;

/**
 * What a run starts with. Immutable.
 *
 * @param version the version of what a workflow makes of an order; a worker refuses one that it does not know
 * @param workflow the workflow's name
 * @param file the workflow's file as the user named it
 * @param tasks the tasks in topological order
 * @param parallel how many tasks may be at work at a time
 * @param heartbeat how long a worker may be silent before it is taken to be lost
 */
public record RunOrder(
        int version, String workflow, String file, List<TaskDefinition> tasks, int parallel, Duration heartbeat) {

    /** The version of orders that are written now. */
    public static final int VERSION = 1;

    /** Copies the list. */
    public RunOrder {
        tasks = List.copyOf(tasks);
    }

    /** Who hands over to whom. */
    public Dataflow flow() {
        return Dataflow.of(tasks.stream().map(TaskDefinition::flow).toList(), Streaming.NEVER);
    }
}
