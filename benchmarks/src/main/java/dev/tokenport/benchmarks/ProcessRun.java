package dev.tokenport.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of a program, from the start of its process to its end.
 *
 * @param millis how long it took
 * @param peak the most memory it held, in MiB, if it was looked at and the system tells
 */
public record ProcessRun(double millis, OptionalDouble peak) {

    private static final double KIB_PER_MIB = 1024;

    /** How long it took, in seconds. */
    public double seconds() {
        return millis / 1000;
    }

    /**
     * A program to run.
     *
     * @param folder where it works
     * @param words its command line
     * @param variables what it finds in its environment besides this process's variables
     */
    public record Program(Path folder, List<String> words, Map<String, String> variables) {

        /** Copies the collections. */
        public Program {
            words = List.copyOf(words);
            variables = Map.copyOf(variables);
        }

        /** The same with further variables. */
        public Program with(Map<String, String> further) {
            var all = new HashMap<>(variables);
            all.putAll(further);
            return new Program(folder, words, all);
        }

        /**
         * Runs it, and does nothing meanwhile.
         *
         * @throws IOException if it does not end with 0, with what it said
         */
        public ProcessRun run() throws IOException, InterruptedException {
            return run(0);
        }

        /**
         * Runs it, and looks at its memory now and then. The process must stay the one that was started.
         *
         * @param lookMillis how often
         * @throws IOException if it does not end with 0, with what it said
         */
        public ProcessRun watched(int lookMillis) throws IOException, InterruptedException {
            return run(lookMillis);
        }

        private ProcessRun run(int lookMillis) throws IOException, InterruptedException {
            Path said = Files.createTempFile("benchmark", ".log");
            try {
                var builder = new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
                builder.environment().putAll(variables);
                long start = System.nanoTime();
                Process process = builder.start();
                OptionalDouble peak = lookMillis == 0 ? OptionalDouble.empty() : peak(process, lookMillis);
                int code = process.waitFor();
                double millis = (System.nanoTime() - start) / 1e6;
                if (code != 0) {
                    throw new IOException(words.get(0) + " ended with " + code + ": "
                            + Files.readString(said).strip());
                }
                return new ProcessRun(millis, peak);
            } finally {
                Files.delete(said);
            }
        }

        private static OptionalDouble peak(Process process, int lookMillis) throws InterruptedException {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            OptionalDouble peak = OptionalDouble.empty();
            while (!process.waitFor(lookMillis, TimeUnit.MILLISECONDS)) {
                OptionalDouble now = highWaterMark(status);
                peak = now.isPresent() ? now : peak;
            }
            return peak;
        }

        private static OptionalDouble highWaterMark(Path status) {
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
}
