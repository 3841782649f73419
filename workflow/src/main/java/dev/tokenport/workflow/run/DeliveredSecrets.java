package dev.tokenport.workflow.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that config ports have delivered to a task, by parameter: those that come straight from a task, who can renew
 * them. Thread-safe.
 */
final class DeliveredSecrets {

    private final Renewals renewals;
    private final Map<String, Connection.Config> connections;

    DeliveredSecrets(Renewals renewals, Map<String, Connection.Config> connections) {
        this.renewals = renewals;
        this.connections = Map.copyOf(connections);
    }

    /** The successor of a refused secret, empty if it did not come straight from a task that can renew it. */
    Optional<Secret> renew(String parameter, Secret refused) throws OperatorException, InterruptedException {
        Connection.Config connection = connections.get(parameter);
        return connection == null ? Optional.empty() : renewals.renew(connection, parameter, refused);
    }

    /** The secret to use now in the place of one that was used last. */
    Secret current(String parameter, Secret held) throws OperatorException, InterruptedException {
        Connection.Config connection = connections.get(parameter);
        return connection == null ? held : renewals.current(connection, parameter, held);
    }
}
