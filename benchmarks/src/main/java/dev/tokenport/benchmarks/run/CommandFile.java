package dev.tokenport.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The workflow that the packaged command is called with. */
final class CommandFile {

    private CommandFile() {}

    /** Writes a workflow of shipped operators into a folder. */
    static Path write(Path folder, Shape shape, int tasks) throws IOException {
        var text = new StringBuilder("workflow: command\ntasks:\n");
        for (int task = 0; task < tasks; task++) {
            text.append("  step-")
                    .append(task)
                    .append(":\n    operator: set-parameters\n    parameters:\n      parameters: {note: step ")
                    .append(task)
                    .append("}\n");
            String before = shape.before(task, tasks).stream()
                    .map(other -> "step-" + other)
                    .collect(Collectors.joining(", "));
            if (!before.isEmpty()) {
                text.append("    after: [").append(before).append("]\n");
            }
        }
        return Files.writeString(folder.resolve("command-" + shape.id() + "-" + tasks + ".yaml"), text);
    }
}
