package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.workflow.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which task a secret came from. */
public final class Provenance {

    private Provenance() {}

    /** The value; a secret that does not know its task yet comes from this one. */
    public static Value mark(Value value, String task) {
        return value instanceof Value.SecretValue secret && secret.task().isEmpty()
                ? new Value.SecretValue(secret.secret(), task)
                : value;
    }

    /** The entity; each secret in it that does not know its task yet comes from this one. */
    public static Entity mark(Entity entity, String task) {
        if (secretPath(entity).isEmpty()) {
            return entity;
        }
        List<List<Value>> values = new ArrayList<>();
        for (List<Value> column : entity.values()) {
            values.add(column.stream().map(value -> mark(value, task)).toList());
        }
        return new Entity(entity.uri(), entity.schema(), values);
    }

    /** Whether a value is a secret that comes straight from the task at the other end, who so can renew it. */
    static boolean isStraight(Value value, Connection.Config connection) {
        return value instanceof Value.SecretValue secret && secret.task().equals(connection.from());
    }

    /** The first path that holds a secret. */
    public static Optional<String> secretPath(Entity entity) {
        List<List<Value>> values = entity.values();
        for (int column = 0; column < values.size(); column++) {
            List<Value> ofPath = values.get(column);
            for (int i = 0; i < ofPath.size(); i++) {
                if (ofPath.get(i) instanceof Value.SecretValue) {
                    return Optional.of(entity.schema().paths().get(column).name());
                }
            }
        }
        return Optional.empty();
    }
}
