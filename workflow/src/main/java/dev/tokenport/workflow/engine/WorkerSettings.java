package dev.tokenport.workflow.engine;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.store.EntityStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a worker executes tasks with. Immutable.
 *
 * @param world its world
 * @param operators its operators
 * @param store where entities are handed over, empty if there is none
 * @param furtherQueues the queues from which it takes tasks beside that of its {@link EngineAddress}
 * @param folder where relative paths of workflows start
 * @param parallel how many tasks of a queue it executes at a time
 * @param patience how long it waits for tasks that are under way when it is closed
 */
public record WorkerSettings(
        World world,
        OperatorRegistry operators,
        Optional<EntityStore> store,
        List<String> furtherQueues,
        Path folder,
        int parallel,
        Duration patience) {

    /** What a worker of one queue executes tasks with. */
    public WorkerSettings(
            World world,
            OperatorRegistry operators,
            Optional<EntityStore> store,
            Path folder,
            int parallel,
            Duration patience) {
        this(world, operators, store, List.of(), folder, parallel, patience);
    }

    /** Checks the bounds. */
    public WorkerSettings {
        furtherQueues = List.copyOf(furtherQueues);
        if (parallel < 1) {
            throw new IllegalArgumentException("--parallel " + parallel + " is less than 1");
        }
    }
}
