package dev.tokenport.temporal.message;

import dev.tokenport.operator.Entity;
import dev.tokenport.workflow.run.Given;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a task gives to config ports, on its way to another process. Immutable.
 *
 * @param entity the first entity of its output, if there is one
 * @param renewable whether the task can replace the secrets in it
 * @param goodUntil until when these are good; without it until a service refuses them
 */
public record SentSettings(
        @Nullable SentEntity entity,
        boolean renewable,
        @Nullable Instant goodUntil) {

    /** Nothing. */
    public static final SentSettings NONE = of(Given.of(Optional.empty()));

    /** What is given, as it is sent. */
    public static SentSettings of(Given given) {
        return new SentSettings(
                given.entity().map(SentEntity::of).orElse(null),
                given.renewable(),
                given.goodUntil().orElse(null));
    }

    /** What is given. */
    public Given given() {
        return new Given(first(), renewable, Optional.ofNullable(goodUntil));
    }

    /** About how many characters it has when it is written. */
    public long weight() {
        return entity == null ? 0 : entity.weight();
    }

    /** The entity. */
    public Optional<Entity> first() {
        return Optional.ofNullable(entity).map(SentEntity::entity);
    }
}
