package dev.tokenport.benchmarks;

import java.nio.file.Path;

/** The Java that runs the measurements, for processes beside it. */
public final class Java {

    private Java() {}

    /** The command {@code java}. */
    public static Path command() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
