package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import java.util.Objects;
import java.util.Optional;

/** What is a successor of a secret that a config port delivered. */
public final class Succession {

    private Succession() {}

    /**
     * The secret that a connection delivers to a parameter.
     *
     * @param entity what its source gives now
     * @param parameter the parameter's address
     */
    public static Optional<Secret> delivered(Entity entity, Connection.Config connection, String parameter) {
        for (Schema.Path path : entity.schema().paths()) {
            if (connection.parameter(path.name()).equals(parameter)
                    && entity.first(path.name()).orElse(null) instanceof Value.SecretValue value) {
                return Optional.of(value.secret());
            }
        }
        return Optional.empty();
    }

    /** Whether two secrets are the same text: then a service that refuses one refuses the other. */
    public static boolean same(Secret one, Secret other) {
        return one == other || one.reveal().equals(other.reveal());
    }

    /** Whether a secret is among all that an entity has. */
    public static boolean holds(Entity entity, Secret secret) {
        return entity.values().stream()
                .flatMap(column -> column.stream())
                .anyMatch(value -> value instanceof Value.SecretValue held && same(held.secret(), secret));
    }

    /**
     * Whether a source gives another secret than before. If not, nothing was renewed.
     *
     * @param before what it gave
     * @param now what it gives now
     */
    public static boolean isRenewed(Entity before, Entity now) {
        return before.schema().paths().stream().map(Schema.Path::name).anyMatch(path -> {
            Optional<Secret> old = secret(before, path);
            Optional<Secret> fresh = secret(now, path);
            return old.isPresent() && fresh.isPresent() && !same(old.get(), fresh.get());
        });
    }

    private static Optional<Secret> secret(Entity entity, String path) {
        return entity.first(path)
                .map(value -> value instanceof Value.SecretValue secret ? secret.secret() : null)
                .filter(Objects::nonNull);
    }
}
