package dev.tokenport.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged command, called as a person calls it. */
public final class Tokenport {

    private static final Path LAUNCHER =
            Path.of("cli", "target", "tokenport", "tokenport").toAbsolutePath();

    private Tokenport() {}

    /** The command on the Java that runs the measurements. */
    public static ProcessRun.Program program(Path folder, String... arguments) {
        return onJava(Path.of(System.getProperty("java.home")), folder, arguments);
    }

    /** The command on the Java that runs the measurements, with a further option for it. */
    public static ProcessRun.Program withOption(String option, Path folder, String... arguments) {
        return program(folder, arguments).with(Map.of("TOKENPORT_JAVA_OPTS", option));
    }

    /** The command on another Java. */
    public static ProcessRun.Program onJava(Path home, Path folder, String... arguments) {
        List<String> words = new ArrayList<>(List.of(LAUNCHER.toString()));
        words.addAll(List.of(arguments));
        return new ProcessRun.Program(folder, words, Map.of("JAVA_HOME", home.toString()));
    }
}
