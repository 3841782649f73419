package dev.tokenport.benchmarks.data;

import dev.tokenport.benchmarks.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run as a process of its own.
 *
 * @param words its command line
 * @param javaOptions what Tokenport's launcher gives to Java; empty for other programs
 */
record Command(List<String> words, String javaOptions) {

    private static final Path LAUNCHER = Path.of("cli", "target", "tokenport", "tokenport");
    private static final int LOOK_MILLIS = 20;

    /**
     * What a run took.
     *
     * @param seconds from start to exit
     * @param peakBytes the most memory it held at a time; 0 where the system does not tell
     */
    record Ran(double seconds, long peakBytes) {}

    /** {@code tokenport run} of a workflow file. */
    static Command tokenport(Path workflow, String javaOptions, String... options) {
        List<String> words = new ArrayList<>(List.of(LAUNCHER.toAbsolutePath().toString(), "run"));
        words.addAll(List.of(options));
        words.add(workflow.toString());
        return new Command(words, javaOptions);
    }

    /** A program of this module, with the collector that Tokenport's launcher chooses too. */
    static Command java(Class<?> program, String javaOptions, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(Java.command().toString(), "-XX:+UseSerialGC", javaOptions));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        words.addAll(arguments);
        return new Command(words, "");
    }

    /** Runs it to its end. */
    Ran run() throws IOException, InterruptedException {
        Path said = Files.createTempFile("benchmark", ".log");
        try {
            return run(said);
        } finally {
            Files.delete(said);
        }
    }

    private Ran run(Path said) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TOKENPORT_JAVA_OPTS", javaOptions);
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()).orElse(0L));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(words + " ended with " + process.exitValue() + ": " + Files.readString(said));
        }
        return new Ran(seconds, peak);
    }

    /** The peak so far, from {@code /proc}. */
    private static Optional<Long> peak(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            // It has just ended, or this is another system.
            return Optional.empty();
        }
    }
}
