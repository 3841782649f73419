package dev.tokenport.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operator with its parameter values, under an id. Immutable.
 *
 * @param id the id
 * @param label the name for people; the id if none was given
 * @param operator the id or alias of the operator, as written
 * @param operatorPosition where that stands
 * @param queue the queue of an engine from which workers take the task, as its {@link QueueName} says it; empty for that of
 *     the run. A run on this machine has no queues
 * @param parameters values by parameter id, as written
 * @param inputs data connections, in the order of the ports
 * @param config config connections; the later one wins
 * @param after dependency connections
 * @param position where the task's id stands in the file
 */
public record Task(
        String id,
        String label,
        String operator,
        Position operatorPosition,
        Optional<String> queue,
        Map<String, ParameterNode> parameters,
        List<Connection.Data> inputs,
        List<Connection.Config> config,
        List<Connection.After> after,
        Position position) {

    /** A task that names no queue. */
    public Task(
            String id,
            String label,
            String operator,
            Position operatorPosition,
            Map<String, ParameterNode> parameters,
            List<Connection.Data> inputs,
            List<Connection.Config> config,
            List<Connection.After> after,
            Position position) {
        this(id, label, operator, operatorPosition, Optional.empty(), parameters, inputs, config, after, position);
    }

    /** Copies the collections. */
    public Task {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        inputs = List.copyOf(inputs);
        config = List.copyOf(config);
        after = List.copyOf(after);
    }

    /** All connections that lead here: data, config, dependency. */
    public List<Connection> connections() {
        List<Connection> all = new ArrayList<>(inputs);
        all.addAll(config);
        all.addAll(after);
        return all;
    }

    /** The same task without connections. */
    Task alone() {
        return new Task(
                id, label, operator, operatorPosition, queue, parameters, List.of(), List.of(), List.of(), position);
    }

    /** The same task with other parameter values. */
    Task withParameters(Map<String, ParameterNode> values) {
        return new Task(id, label, operator, operatorPosition, queue, values, inputs, config, after, position);
    }
}
