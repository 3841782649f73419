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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The operator of the page about writing one, compiled against the distribution and dropped in as a JAR. */
@Timeout(120)
final class PluginProcessIT {

    private static final Path PAGE = Path.of("..", "docs", "write-an-operator.md");
    private static final Pattern SOURCE =
            Pattern.compile("```java\n(package ([a-z.]+);.*?class (\\w+).*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @BeforeEach
    void dropIn() throws IOException {
        Files.writeString(folder.resolve("greetings.yaml"), """
                workflow: greetings
                tasks:
                  hello:
                    operator: repeat-text
                    parameters: {text: Grüße, times: 3}
                  file:
                    operator: json-dataset
                    inputs: hello
                    parameters: {file: greetings.json}
                """);
        jar(Files.createDirectory(folder.resolve("plugins")).resolve("repeat-text.jar"));
    }

    @Test
    void operator_ofAPlugin_runsInAWorkflow() throws Exception {
        Launcher.Finished end = launcher().run("run", "greetings.yaml");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(folder.resolve("greetings.json"))
                .hasContent("[\n{\"text\":\"Grüße\"},\n{\"text\":\"Grüße\"},\n{\"text\":\"Grüße\"}\n]\n");
    }

    @Test
    void operator_ofAPlugin_isListedAndShown() throws Exception {
        Launcher.Finished list = launcher().run("operators");
        Launcher.Finished page = launcher().run("operators", "repeat-text");

        assertThat(list.out()).contains("repeat-text").contains("Repeat text: Give the same text several times.");
        assertThat(page.out()).contains("# Repeat text", "### Text", "### Times");
    }

    @Test
    void operator_ofAPluginThatIsGone_isUnknown() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("validate", "greetings.yaml");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err()).startsWith("greetings.yaml:4:15: there is no operator 'repeat-text'");
    }

    private Launcher launcher() {
        return Launcher.in(folder).with("TOKENPORT_PLUGINS", "plugins");
    }

    private void jar(Path jar) throws IOException {
        Matcher source = SOURCE.matcher(Files.readString(PAGE));
        assertThat(source.find()).as("the page shows an operator").isTrue();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(Files.writeString(folder.resolve(source.group(3) + ".java"), source.group(1)), classes);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("dev.tokenport.operator.Operator"), source.group(2) + "." + source.group(3) + "\n");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path entry = zip.getPath("/").resolve(classes.relativize(file).toString());
                Files.createDirectories(entry.getParent());
                Files.copy(file, entry);
            }
        }
    }

    private static void compile(Path source, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            Path library = Launcher.DISTRIBUTION.resolve("lib");
            String classPath = library.resolve("operator.jar") + File.pathSeparator + library.resolve("secret.jar");
            List<String> options = List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", classes.toString());
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
