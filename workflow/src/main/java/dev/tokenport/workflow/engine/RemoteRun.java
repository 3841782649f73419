package dev.tokenport.workflow.engine;

import dev.tokenport.workflow.Plan;
import java.time.Duration;
import java.util.Objects;

/**
 * A run to be started. Immutable.
 *
 * @param id its name; no other run of this name is under way, nor known to the engine
 * @param plan what is to be run
 * @param parallel how many of its tasks may be at work at a time
 * @param heartbeat how long a worker may be silent before it is taken to be lost
 */
public record RemoteRun(String id, Plan plan, int parallel, Duration heartbeat) {

    /** Checks the bounds. */
    public RemoteRun {
        Objects.requireNonNull(plan);
        if (parallel < 1) {
            throw new IllegalArgumentException("--parallel " + parallel + " is less than 1");
        }
        if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("--heartbeat " + heartbeat + " is less than a second");
        }
    }
}
