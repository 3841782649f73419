package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task as those see it that have got secrets from it, wherever it is executed. Thread-safe. */
interface SecretSource {

    /** The task's id. */
    String id();

    /** What its config consumers get now. */
    Optional<Entity> first();

    /** What its config consumers get from now on. */
    void share(@Nullable Entity entity);

    /** It has given other secrets than before. */
    void renewed();

    /** Whether it can replace the secrets it gave. */
    boolean renews();

    /** The entity with the successor of a refused secret, empty if it renews nothing. */
    Optional<Entity> renew(Secret refused) throws OperatorException, InterruptedException;

    /** The entity with the successor of a secret that is superseded or about to expire, empty while it is good. */
    Optional<Entity> successor(Secret held) throws OperatorException, InterruptedException;
}
