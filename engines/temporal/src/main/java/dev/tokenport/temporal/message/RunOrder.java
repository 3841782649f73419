package dev.tokenport.temporal.message;

import dev.tokenport.workflow.semantics.Dataflow;
import dev.tokenport.workflow.semantics.Streaming;
import java.time.Duration;
import java.util.List;

/**
 * What is to be run. Immutable.
 *
 * @param version the version of what a workflow makes of an order
 * @param workflow the workflow's name
 * @param file the workflow's file as the user named it
 * @param tasks the tasks in topological order
 * @param parallel how many tasks may be at work at a time
 * @param heartbeat how long a worker may be silent before it is taken to be lost
 */
public record RunOrder(
        int version, String workflow, String file, List<TaskDefinition> tasks, int parallel, Duration heartbeat) {

    /**
     * The version of orders that are written now. A worker goes on with runs of those before; it leaves alone what is of one
     * that it does not know.
     *
     * <ol>
     *   <li>the tasks as they are; one history
     *   <li>the tasks compressed; a run goes on in another history, and starts its tasks in batches
     * </ol>
     */
    public static final int VERSION = 2;

    /** Copies the list. */
    public RunOrder {
        tasks = List.copyOf(tasks);
    }

    /** Who hands over to whom. */
    public Dataflow flow() {
        return Dataflow.of(tasks.stream().map(TaskDefinition::flow).toList(), Streaming.NEVER);
    }
}
