package dev.tokenport.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Java that runs the measurements, for processes beside it. */
public final class Java {

    private Java() {}

    /** The command {@code java}. */
    public static Path command() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** A program of this module, with the collector that Tokenport's launcher chooses too. */
    public static ProcessRun.Program program(Path folder, Class<?> main, String option, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(command().toString(), "-XX:+UseSerialGC", option));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return new ProcessRun.Program(folder, words, Map.of());
    }
}
