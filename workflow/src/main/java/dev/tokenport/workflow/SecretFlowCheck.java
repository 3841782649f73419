package dev.tokenport.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks that secrets are never written to a disk: not by a dataset, not to be read by several tasks. For one thread. */
final class SecretFlowCheck {

    private record Consumer(CheckedTask task, Connection connection) {

        boolean takesEntities() {
            return connection instanceof Connection.Data;
        }

        @Override
        public String toString() {
            return (takesEntities() ? "'inputs' of '" : "'config' of '") + task.id() + "'";
        }
    }

    private final Map<String, CheckedTask> tasks;
    private final Problems problems;

    SecretFlowCheck(Map<String, CheckedTask> tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    void check() {
        Map<String, List<Consumer>> consumers = new LinkedHashMap<>();
        for (CheckedTask task : tasks.values()) {
            List<Connection> connections = new ArrayList<>(task.task().config());
            if (task.takesEntities()) {
                connections.addAll(task.task().inputs());
            }
            for (Connection connection : connections) {
                CheckedTask source = tasks.get(connection.from());
                if (source != null
                        && connection.output() == OutputPort.MAIN
                        && !source.id().equals(task.id())
                        && !source.secretPaths().isEmpty()) {
                    consumers
                            .computeIfAbsent(source.id(), id -> new ArrayList<>())
                            .add(new Consumer(task, connection));
                }
            }
        }
        consumers.forEach((id, all) -> {
            List<String> secrets = tasks.containsKey(id) ? tasks.get(id).secretPaths() : List.of();
            if (!reportWritten(id, secrets, all)) {
                reportSpooled(id, secrets, all);
            }
        });
    }

    private boolean reportWritten(String source, List<String> secrets, List<Consumer> consumers) {
        boolean found = false;
        for (Consumer consumer : consumers) {
            if (consumer.takesEntities() && !consumer.task().filesWritten().isEmpty()) {
                problems.add(
                        consumer.connection().position(),
                        "task '" + consumer.task().id() + "' would write the secret " + quoted(secrets) + " of task '"
                                + source + "' to a file; hand it to a task that uses it, under 'config'");
                found = true;
            }
        }
        return found;
    }

    private void reportSpooled(String source, List<String> secrets, List<Consumer> consumers) {
        if (consumers.size() > 1 && consumers.stream().anyMatch(Consumer::takesEntities)) {
            String names = consumers.stream().map(Consumer::toString).collect(Collectors.joining(", "));
            consumers.stream()
                    .filter(Consumer::takesEntities)
                    .findFirst()
                    .ifPresent(first -> problems.add(
                            first.connection().position(),
                            "the secret " + quoted(secrets) + " of task '" + source + "' would have to be stored for "
                                    + names + "; hand it over under 'config' only"));
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
