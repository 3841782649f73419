package dev.tokenport.workflow.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets that config ports have delivered to a task, by parameter; each can be renewed. Thread-safe. */
final class DeliveredSecrets {

    private final Renewals renewals;
    private final List<Connection.Config> connections;
    private final Map<String, Value.SecretValue> secrets = new ConcurrentHashMap<>();

    DeliveredSecrets(Renewals renewals, List<Connection.Config> connections, Map<String, Value> delivered) {
        this.renewals = renewals;
        this.connections = connections;
        delivered.forEach((parameter, value) -> {
            if (value instanceof Value.SecretValue secret) {
                secrets.put(parameter, secret);
            }
        });
    }

    /** The successor of a refused secret, empty if it did not come straight from a task that can renew it. */
    Optional<Secret> renew(String parameter, Secret refused) throws OperatorException, InterruptedException {
        Value.SecretValue current = secrets.get(parameter);
        if (current == null) {
            return Optional.empty();
        }
        for (Connection.Config connection : connections) {
            if (connection.from().equals(current.task())) {
                Optional<Value.SecretValue> successor = renewals.renew(connection, parameter, refused);
                successor.ifPresent(value -> secrets.put(parameter, value));
                return successor.map(Value.SecretValue::secret);
            }
        }
        return Optional.empty();
    }
}
