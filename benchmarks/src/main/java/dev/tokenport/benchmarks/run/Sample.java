package dev.tokenport.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A workflow that is measured.
 *
 * @param turns how much each task computes; 0 for nothing
 */
record Sample(Shape shape, Passing passing, int tasks, int turns) {

    /** One whose tasks do nothing. */
    static Sample idle(Shape shape, Passing passing, int tasks) {
        return new Sample(shape, passing, tasks, 0);
    }

    /** Without what passes if that is nothing: {@code chain.10000}, {@code data.chain.10000}. */
    String id() {
        return (passing == Passing.NOTHING ? "" : passing.id() + ".") + shape.id() + "." + tasks;
    }

    /** In words: {@code chain of 10,000 tasks}. */
    String words() {
        return String.format(Locale.ROOT, "%s of %,d tasks", shape.id(), tasks);
    }

    /** Writes it as a workflow file into a folder. */
    Path write(Path folder) throws IOException {
        var text = new StringBuilder("workflow: ").append(shape.id()).append("\ntasks:\n");
        for (int task = 0; task < tasks; task++) {
            text.append("  step-").append(task).append(":\n    operator: ").append(passing.operator());
            List<Integer> before = shape.before(task, tasks);
            if (!before.isEmpty()) {
                text.append("\n    ").append(passing.key()).append(": ").append(ids(before));
            }
            text.append("\n    parameters:\n      note: step ")
                    .append(task)
                    .append("\n      turns: ")
                    .append(turns)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(id() + ".yaml"), text);
    }

    private static String ids(List<Integer> tasks) {
        String ids = tasks.stream().map(task -> "step-" + task).collect(Collectors.joining(", "));
        return tasks.size() == 1 ? ids : "[" + ids + "]";
    }
}
