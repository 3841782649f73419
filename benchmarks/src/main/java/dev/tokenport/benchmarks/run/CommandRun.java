package dev.tokenport.benchmarks.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One call of the packaged command, from its start to its end.
 *
 * @param millis how long it took
 * @param peak the most memory it had, in MiB, as far as the system tells
 */
record CommandRun(double millis, OptionalDouble peak) {

    private static final Path COMMAND =
            Path.of("cli", "target", "tokenport", "tokenport").toAbsolutePath();
    private static final int LOOK_MILLIS = 2;
    private static final int KIB_PER_MIB = 1024;

    /** Writes a layered workflow of shipped operators into a folder. */
    static Path workflow(Path folder, int tasks) throws IOException {
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

    /** Calls it, and forgets what it writes. */
    static CommandRun of(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long before = System.nanoTime();
        Process process = builder.start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        OptionalDouble peak = OptionalDouble.empty();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            OptionalDouble now = peak(status);
            peak = now.isPresent() ? now : peak;
        }
        double millis = (System.nanoTime() - before) / 1e6;
        if (process.exitValue() != 0) {
            throw new IOException("tokenport " + arguments[0] + " ended with code " + process.exitValue());
        }
        return new CommandRun(millis, peak);
    }

    /** The launcher becomes the Java it starts, so the process stays the same. */
    private static OptionalDouble peak(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // It has just ended, or this is another system.
            return OptionalDouble.empty();
        }
    }
}
