package dev.tokenport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor its name and the number of cores that this process may use
 * @param system the operating system
 * @param java the Java that ran the measurements
 * @param day when, in UTC
 */
record Machine(String processor, String system, String java, LocalDate day) {

    static Machine here() throws IOException {
        return new Machine(
                model().orElse(System.getProperty("os.arch")) + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("os.name") + " "
                        + System.getProperty("os.version").replaceFirst("-.*", ""),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static Optional<String> model() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }

    @Override
    public String toString() {
        return "Measured on " + day + ": " + processor + "; " + system + "; Java " + java + ".";
    }
}
