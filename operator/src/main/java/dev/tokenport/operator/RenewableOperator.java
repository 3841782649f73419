package dev.tokenport.operator;

import dev.tokenport.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * An operator whose secret values can be replaced while the run goes on.
 *
 * @param <P> the record with the parameters
 */
public interface RenewableOperator<P extends Record> extends Operator<P> {

    /**
     * Gives up a secret that a service refused, and gets its successor. Called by as many consumers as were refused; for
     * one refused secret there is one successor.
     *
     * @param parameters the parameters that the task was executed with
     * @param refused the secret that was refused
     * @param context the world
     * @return the entity that {@link Operator#execute} would give now
     * @throws OperatorException if there is no successor; the message may be shown
     * @throws InterruptedException as soon as the run is cancelled
     */
    Entity renew(P parameters, Secret refused, RunContext context) throws OperatorException, InterruptedException;

    /**
     * What {@link Operator#execute} would give now, if a secret that it gave has a successor, or is about to expire and so
     * gets one. Called before each use of the secret, by many threads at a time.
     *
     * @param parameters the parameters that the task was executed with
     * @param held the secret that a consumer holds
     * @param context the world
     * @return empty while the secret is good
     * @throws OperatorException if the secret has expired and there is no successor; the message may be shown
     * @throws InterruptedException as soon as the run is cancelled
     */
    default Optional<Entity> successor(P parameters, Secret held, RunContext context)
            throws OperatorException, InterruptedException {
        return Optional.empty();
    }

    /**
     * Until when the secrets that it gave last are good. Who has got them in another process asks for no successor before;
     * in this one {@link #successor} is asked before each use.
     *
     * @param parameters the parameters that the task was executed with
     * @param context the world
     * @return empty if they are good until a service refuses them, or it is not known
     * @throws OperatorException if it cannot be told
     */
    default Optional<Instant> goodUntil(P parameters, RunContext context) throws OperatorException {
        return Optional.empty();
    }
}
