package dev.tokenport.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that connections lead from task to task, and never in a circle. For one thread. */
final class ConnectionCheck {

    /** Of a longer cycle only the beginning and the end are named. */
    private static final int LONGEST_SHOWN = 12;

    private final Workflow workflow;
    private final Problems problems;
    private final Suggestion suggestion = new Suggestion();

    ConnectionCheck(Workflow workflow, Problems problems) {
        this.workflow = workflow;
        this.problems = problems;
    }

    void check(Graph graph) {
        for (Task task : workflow.tasks().values()) {
            task.connections().forEach(connection -> checkSource(task, connection));
            refuseTwiceAfter(task.after());
            refuseTwiceConfig(task.config());
        }
        graph.cycles().forEach(this::report);
    }

    private void checkSource(Task task, Connection connection) {
        if (connection.from().equals(task.id())) {
            problems.add(connection.position(), "task '" + task.id() + "' is connected to itself; remove this");
        } else if (!connection.from().isEmpty() && !workflow.tasks().containsKey(connection.from())) {
            problems.add(
                    connection.position(),
                    "there is no task '" + connection.from() + "'"
                            + suggestion.instead(connection.from(), names(connection), "; add it or remove this"));
        }
    }

    /** What it may mean: a task, or where a dot stands, the other output of one. */
    private Collection<String> names(Connection connection) {
        Set<String> ids = workflow.tasks().keySet();
        return connection.from().indexOf('.') < 0 || connection instanceof Connection.After
                ? ids
                : ids.stream().map(OutputPort.REJECTS::name).toList();
    }

    private void refuseTwiceAfter(List<Connection.After> connections) {
        if (connections.size() < 2) {
            return;
        }
        Set<String> after = new HashSet<>();
        for (Connection.After connection : connections) {
            if (!after.add(connection.from()) && !connection.from().isEmpty()) {
                problems.add(connection.position(), "'" + connection.from() + "' stands in 'after' twice; remove one");
            }
        }
    }

    private void refuseTwiceConfig(List<Connection.Config> connections) {
        if (connections.size() < 2) {
            return;
        }
        Set<Map.Entry<String, Map<String, String>>> config = new HashSet<>();
        for (Connection.Config connection : connections) {
            if (!config.add(Map.entry(connection.source(), connection.map()))
                    && !connection.from().isEmpty()) {
                problems.add(
                        connection.position(), "'" + connection.source() + "' stands in 'config' twice; remove one");
            }
        }
    }

    private void report(List<String> cycle) {
        String first = cycle.get(0);
        String last = cycle.get(cycle.size() - 1);
        Position position = Optional.ofNullable(workflow.tasks().get(first)).stream()
                .flatMap(task -> task.connections().stream())
                .filter(connection -> connection.from().equals(last))
                .map(Connection::position)
                .findFirst()
                .orElse(Position.START);
        problems.add(
                position,
                "the tasks wait for each other in a circle: " + path(cycle) + "; remove one of these connections");
    }

    private static String path(List<String> cycle) {
        String first = cycle.get(0);
        if (cycle.size() <= LONGEST_SHOWN) {
            return String.join(" → ", cycle) + " → " + first;
        }
        return String.join(" → ", cycle.subList(0, LONGEST_SHOWN - 1)) + " → … (" + cycle.size() + " tasks) → "
                + cycle.get(cycle.size() - 1) + " → " + first;
    }
}
