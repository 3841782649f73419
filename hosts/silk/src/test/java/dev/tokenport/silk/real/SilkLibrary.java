package dev.tokenport.silk.real;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The JARs of a real Silk, and the console that is compiled against them: its sources are in {@code src/silk/java}, where no
 * build compiles them that has no Silk. Stateless.
 */
final class SilkLibrary {

    private static final String FOLDER = System.getProperty("silk.lib", "");
    private static final Path SOURCES = Path.of("src", "silk", "java").toAbsolutePath();
    private static final Path CONSOLE = Path.of("target", "silk-classes").toAbsolutePath();

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
        if (!Files.exists(CONSOLE)) {
            compile();
        }
        return FOLDER + File.separator + "*" + File.pathSeparator + CONSOLE;
    }

    /** The JAR that the build has packaged. */
    static Path plugin() {
        return Path.of(Objects.requireNonNull(System.getProperty("silk.plugin"), "silk.plugin names the packaged JAR"));
    }

    private static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            String classPath = jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            List<String> options = List.of("-Xlint:all,-path", "-Werror", "-cp", classPath, "-d", CONSOLE.toString());
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the console cannot be compiled against " + FOLDER + ": " + said);
            }
        }
    }
}
