package dev.tokenport.workflow;

import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks what is connected to the ports of tasks. For one thread. */
final class PortCheck {

    private final Map<String, CheckedTask> tasks;
    private final Problems problems;
    private final Suggestion suggestion = new Suggestion();

    PortCheck(Map<String, CheckedTask> tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    void check(CheckedTask task) {
        task.task()
                .config()
                .forEach(connection -> source(task, connection).ifPresent(source -> {
                    checkOutput(source, connection);
                    checkConfig(task, connection, source);
                }));
        for (Connection.Data connection : task.task().inputs()) {
            // What is only waited for needs no output, but one that is named has to be there.
            if (task.takesEntities() || connection.output() == OutputPort.REJECTS) {
                source(task, connection).ifPresent(source -> checkOutput(source, connection));
            }
        }
        if (task.takesEntities()) {
            checkCount(task);
        }
    }

    private Optional<CheckedTask> source(CheckedTask task, Connection connection) {
        return connection.from().equals(task.id())
                ? Optional.empty()
                : Optional.ofNullable(tasks.get(connection.from()));
    }

    private void checkOutput(CheckedTask source, Connection connection) {
        if (connection.output().among(source.ports()).isEmpty()) {
            String what = connection.output() == OutputPort.MAIN
                    ? "task '" + source.id() + "' has no output; to run after it, name it under 'after'"
                    : "there is no '" + connection.source() + "': with its parameters task '" + source.id()
                            + "' rejects no entity; " + (skips(source) ? "set its on_error to skip, or " : "")
                            + "remove this";
            problems.add(connection.position(), what);
        }
    }

    /** Whether a task has the parameter with which operators let people choose rejects. */
    private static boolean skips(CheckedTask task) {
        return task.parameters().find("on_error").isPresent();
    }

    private void checkCount(CheckedTask task) {
        int count = task.task().inputs().size();
        InputPorts ports = task.ports().inputs();
        int minimum = 0;
        int maximum = Integer.MAX_VALUE;
        if (ports instanceof InputPorts.Exactly exactly) {
            minimum = exactly.ports().size();
            maximum = minimum;
        } else if (ports instanceof InputPorts.Between between) {
            minimum = between.minimum();
            maximum = between.maximum();
        }
        if (count < minimum) {
            problems.add(
                    task.task().position(),
                    "task '" + task.id() + "' takes " + number(minimum, maximum) + ", not " + count
                            + "; name the tasks they come from under 'inputs'");
        } else if (count > maximum) {
            problems.add(
                    task.task().inputs().get(maximum).position(),
                    "task '" + task.id() + "' takes " + number(minimum, maximum) + ", not " + count
                            + "; to run after a task, name it under 'after'");
        }
    }

    private static String number(int minimum, int maximum) {
        if (maximum == 0) {
            return "no input";
        }
        String inputs = (maximum == Integer.MAX_VALUE ? minimum : maximum) == 1 ? " input" : " inputs";
        if (minimum == maximum) {
            return "exactly " + minimum + inputs;
        }
        if (maximum == Integer.MAX_VALUE) {
            return "at least " + minimum + inputs;
        }
        return (minimum == 0 ? "at most " : minimum + " to ") + maximum + inputs;
    }

    private void checkConfig(CheckedTask task, Connection.Config connection, CheckedTask source) {
        boolean fine = true;
        for (Connection.Renaming renaming : connection.renamings()) {
            boolean path = checkPath(renaming, connection, source);
            boolean parameter = checkParameter(renaming, task);
            fine = fine && path && parameter;
        }
        if (fine) {
            source.schema(connection.output()).ifPresent(schema -> checkDelivery(task, connection, schema));
        }
    }

    private boolean checkPath(Connection.Renaming renaming, Connection.Config connection, CheckedTask source) {
        Optional<Schema> schema = source.schema(connection.output());
        if (schema.isEmpty() || schema.get().position(renaming.path()) >= 0) {
            return true;
        }
        List<String> paths =
                schema.get().paths().stream().map(Schema.Path::name).toList();
        problems.add(
                renaming.pathPosition(),
                "task '" + source.id() + "' has no path '" + renaming.path() + "'"
                        + suggestion.instead(renaming.path(), paths, "; its paths are " + quoted(paths)));
        return false;
    }

    private boolean checkParameter(Connection.Renaming renaming, CheckedTask task) {
        if (task.parameters().find(renaming.parameter()).isPresent()) {
            return true;
        }
        List<String> addresses = task.parameters().addresses();
        problems.add(
                renaming.parameterPosition(),
                "task '" + task.id() + "' has no parameter '" + renaming.parameter() + "'"
                        + suggestion.instead(
                                renaming.parameter(), addresses, "; its parameters are " + quoted(addresses)));
        return false;
    }

    private void checkDelivery(CheckedTask task, Connection.Config connection, Schema schema) {
        if (schema.paths().stream()
                .anyMatch(path -> task.parameters()
                        .find(connection.parameter(path.name()))
                        .isPresent())) {
            return;
        }
        List<String> needed = schema.paths().stream()
                .filter(path -> !path.optional())
                .map(Schema.Path::name)
                .toList();
        List<String> paths = needed.isEmpty()
                ? schema.paths().stream().map(Schema.Path::name).toList()
                : needed;
        String names = (paths.size() == 1 ? "' has no parameter " : "' has none of the parameters ") + quoted(paths);
        String example = paths.isEmpty() ? "PATH" : paths.get(0);
        problems.add(
                connection.position(),
                "task '" + task.id() + names + "; rename it with {from: " + connection.source() + ", map: {" + example
                        + ": PARAMETER}}");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
