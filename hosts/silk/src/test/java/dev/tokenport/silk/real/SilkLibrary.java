package dev.tokenport.silk.real;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The JARs of a real Silk, and the console that is compiled against them: its sources are in {@code src/silk/java}, where no
 * build compiles them that has no Silk. Thread-safe.
 */
final class SilkLibrary {

    private static final String FOLDER = System.getProperty("silk.lib", "");
    private static final Path SOURCES = Path.of("src", "silk", "java").toAbsolutePath();
    private static final Path CONSOLE = Path.of("target", "silk-classes").toAbsolutePath();

    private static boolean compiled;

    private SilkLibrary() {}

    /** Skips a test where no Silk is named. */
    static void assumeThere() {
        assumeFalse(FOLDER.isEmpty(), "skipped: there is no Silk; -Dsilk.lib=DIR names the folder with its JARs");
    }

    /** The JARs. */
    static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** The class path of a Silk with a console, and with nothing of Tokenport. */
    static synchronized String classPath() throws IOException {
        if (!compiled) {
            String errors = compile(List.of(SOURCES), List.of(), CONSOLE, List.of("-Xlint:all,-path", "-Werror"));
            if (!errors.isEmpty()) {
                throw new IllegalStateException("the console cannot be compiled against " + FOLDER + ": " + errors);
            }
            compiled = true;
        }
        return FOLDER + File.separator + "*" + File.pathSeparator + CONSOLE;
    }

    /** The JAR that the build has packaged. */
    static Path plugin() {
        return Path.of(Objects.requireNonNull(System.getProperty("silk.plugin"), "silk.plugin names the packaged JAR"));
    }

    /**
     * Compiles sources against the JARs, and against others after them.
     *
     * @return what is wrong with them, empty for nothing
     */
    static String compile(List<Path> folders, List<String> others, Path to, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        String classPath = Stream.concat(jars().stream().map(Path::toString), others.stream())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-proc:none", "-cp", classPath, "-d", to.toString()));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> java = files.getJavaFileObjectsFromPaths(sources);
            boolean well = compiler.getTask(said, files, null, all, null, java).call();
            return well ? "" : said.toString();
        }
    }
}
