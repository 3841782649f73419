package dev.tokenport.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Java of another version that is installed beside the one that runs the measurements.
 *
 * @param major its version: 17
 */
record OtherJava(int major, Path home) {

    private static final int OLDEST = 17;

    /** One of each version that Tokenport runs on. */
    static List<OtherJava> all() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        SortedMap<Integer, OtherJava> found = new TreeMap<>();
        if (own.getParent() == null) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(own.getParent())) {
            for (Path folder : folders.sorted().toList()) {
                major(folder)
                        .filter(major ->
                                major >= OLDEST && major != Runtime.version().feature())
                        .ifPresent(major -> found.putIfAbsent(major, new OtherJava(major, folder)));
            }
        }
        return List.copyOf(found.values());
    }

    private static Optional<Integer> major(Path folder) throws IOException {
        Path release = folder.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(folder.resolve("bin/java"))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            properties.load(in);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(Integer.valueOf(version.replaceFirst("\\D.*", "")));
    }

    String id() {
        return "java-" + major;
    }

    String name() {
        return "Tokenport on Java " + major;
    }
}
