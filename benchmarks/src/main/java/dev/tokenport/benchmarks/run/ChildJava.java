package dev.tokenport.benchmarks.run;

import dev.tokenport.benchmarks.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of this package in a Java of its own, which has the options that the launcher of {@code tokenport run} sets. */
final class ChildJava {

    private ChildJava() {}

    /** Runs to the end, and returns the lines of standard output. */
    static List<String> lines(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Java.program(Path.of(""), program, "-Xshare:auto", arguments)
                        .words())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = out.lines().toList();
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(program.getSimpleName() + " ended with code " + code);
        }
        return lines;
    }
}
