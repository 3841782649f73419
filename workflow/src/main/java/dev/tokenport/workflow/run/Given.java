package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import java.time.Instant;
import java.util.Optional;

/**
 * What a task gives to config ports. Immutable.
 *
 * @param entity the first entity of its output, empty if there is none
 * @param renewable whether the task can replace the secrets in it
 * @param goodUntil until when these are good; empty if they are until a service refuses them
 */
public record Given(Optional<Entity> entity, boolean renewable, Optional<Instant> goodUntil) {

    /** Something that is not renewed. */
    public static Given of(Optional<Entity> entity) {
        return new Given(entity, false, Optional.empty());
    }
}
