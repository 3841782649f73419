package dev.tokenport.testkit;

import dev.tokenport.operator.Entity;
import java.util.Objects;
import java.util.Optional;

/**
 * An entity that a task gave up. Immutable.
 *
 * @param entity the entity, empty if there was no input
 * @param reason why
 */
public record Reject(Optional<Entity> entity, String reason) {

    /** Checks that nothing is null. */
    public Reject {
        Objects.requireNonNull(entity);
        Objects.requireNonNull(reason);
    }
}
