package dev.tokenport.workflow;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that no two tasks write one file without an order between them. For one thread. */
final class FileCheck {

    private record Writer(CheckedTask task, String parameter) {}

    private final Path folder;
    private final Graph graph;
    private final Map<String, CheckedTask> tasks;
    private final Problems problems;

    FileCheck(Path folder, Graph graph, Map<String, CheckedTask> tasks, Problems problems) {
        this.folder = folder;
        this.graph = graph;
        this.tasks = tasks;
        this.problems = problems;
    }

    void check() {
        Map<Path, List<Writer>> writers = new LinkedHashMap<>();
        for (CheckedTask task : tasks.values()) {
            for (String parameter : task.filesWritten()) {
                file(task, parameter)
                        .ifPresent(file -> writers.computeIfAbsent(file, key -> new ArrayList<>())
                                .add(new Writer(task, parameter)));
            }
        }
        writers.values().forEach(this::check);
    }

    private Optional<Path> file(CheckedTask task, String parameter) {
        try {
            return task.known()
                    .text(parameter)
                    .filter(text -> !text.isEmpty())
                    .map(text -> folder.resolve(text).normalize());
        } catch (InvalidPathException e) {
            problems.add(
                    task.id(),
                    parameter,
                    position(new Writer(task, parameter)),
                    "task '" + task.id() + "': " + parameter + " '" + e.getInput() + "' is not a file name");
            return Optional.empty();
        }
    }

    /** The writers are in topological order, so all of them are ordered if each is ordered with the next. */
    private void check(List<Writer> writers) {
        for (int i = 1; i < writers.size(); i++) {
            String first = writers.get(i - 1).task().id();
            Writer second = writers.get(i);
            if (!first.equals(second.task().id())
                    && !graph.ordered(first, second.task().id())) {
                String file = second.task().known().text(second.parameter()).orElse("");
                problems.add(
                        second.task().id(),
                        second.parameter(),
                        position(second),
                        "tasks '" + first + "' and '" + second.task().id() + "' both write '" + file
                                + "', in no order; write another file, or add 'after: " + first + "'");
            }
        }
    }

    private static Position position(Writer writer) {
        return Optional.ofNullable(writer.task().task().parameters().get(writer.parameter()))
                .map(ParameterNode::position)
                .orElse(writer.task().task().position());
    }
}
