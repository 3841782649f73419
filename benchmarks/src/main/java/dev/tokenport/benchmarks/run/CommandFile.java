package dev.tokenport.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The workflow that the packaged command is called with. */
final class CommandFile {

    private CommandFile() {}

    /** Writes a layered workflow of shipped operators into a folder. */
    static Path write(Path folder, int tasks) throws IOException {
        var text = new StringBuilder("workflow: command\ntasks:\n");
        for (int task = 0; task < tasks; task++) {
            text.append("  step-")
                    .append(task)
                    .append(":\n    operator: set-parameters\n    parameters:\n      parameters: {note: step ")
                    .append(task)
                    .append("}\n");
            List<Integer> before = Shape.LAYERED.before(task, tasks);
            if (!before.isEmpty()) {
                text.append("    after: [step-")
                        .append(before.get(0))
                        .append(", step-")
                        .append(before.get(1))
                        .append("]\n");
            }
        }
        return Files.writeString(folder.resolve("command.yaml"), text);
    }
}
