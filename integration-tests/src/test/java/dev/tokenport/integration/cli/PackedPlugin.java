package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A plugin as its author makes it: compiled against the JARs of the distribution, and packed. */
final class PackedPlugin {

    private static final Pattern TYPE = Pattern.compile("package ([a-z.]+);.*?class (\\w+)", Pattern.DOTALL);

    private PackedPlugin() {}

    /**
     * Writes one.
     *
     * @param jar the file
     * @param work a folder for what is compiled
     * @param operator the source of the operator
     * @param others the sources of other classes
     */
    static Path write(Path jar, Path work, String operator, String... others) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (String source :
                Stream.concat(Stream.of(operator), Stream.of(others)).toList()) {
            files.add(Files.writeString(work.resolve(type(source).group(2) + ".java"), source));
        }
        compile(files, classes);
        Matcher type = type(operator);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("dev.tokenport.operator.Operator"), type.group(1) + "." + type.group(2) + "\n");
        return pack(classes, jar);
    }

    private static Matcher type(String source) {
        Matcher type = TYPE.matcher(source);
        assertThat(type.find()).as(source).isTrue();
        return type;
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            Path library = Launcher.DISTRIBUTION.resolve("lib");
            String classPath = library.resolve("operator.jar") + File.pathSeparator + library.resolve("secret.jar");
            List<String> options = List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", classes.toString());
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path entry = zip.getPath("/").resolve(classes.relativize(file).toString());
                Files.createDirectories(entry.getParent());
                Files.copy(file, entry);
            }
        }
        return jar;
    }
}
