package dev.tokenport.workflow.engine;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.store.EntityStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a worker executes tasks with. Immutable.
 *
 * @param world its world
 * @param operators its operators
 * @param store where entities are handed over, empty if there is none
 * @param folder where relative paths of workflows start
 * @param parallel how many tasks it executes at a time
 * @param patience how long it waits for tasks that are under way when it is closed
 */
public record WorkerSettings(
        World world,
        OperatorRegistry operators,
        Optional<EntityStore> store,
        Path folder,
        int parallel,
        Duration patience) {

    /** Checks the bounds. */
    public WorkerSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("--parallel " + parallel + " is less than 1");
        }
    }
}
