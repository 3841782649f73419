package dev.tokenport.benchmarks;

import java.nio.file.Path;

/** The Java that runs the measurements, for processes beside it. */
final class Java {

    private Java() {}

    static Path command() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
