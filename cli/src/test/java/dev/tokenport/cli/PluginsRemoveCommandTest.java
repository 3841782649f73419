package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.cli.plugin.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tokenport plugins remove}. */
final class PluginsRemoveCommandTest {

    @TempDir
    Path folder;

    private Path plugins;
    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        plugins = folder.resolve("some/plugins");
        jar = TestJar.of("Acme", "acme", "\"Acme\"").write(folder.resolve("acme.jar"));
    }

    @ParameterizedTest
    @CsvSource({"acme", "acme.jar"})
    void remove_byItsName_deletesIt(String name) throws IOException {
        run("plugins", "add", jar.toString());

        String removed = run("plugins", "remove", name);

        assertThat(removed).isEqualTo("acme.jar: removed from " + plugins + "\n");
        assertThat(names()).isEmpty();
    }

    @Test
    void remove_ofOneThatCannotBeLoaded_deletesIt() throws IOException {
        Files.createDirectories(plugins);
        Files.writeString(plugins.resolve("broken.jar"), "this is no JAR");

        assertThat(run("plugins", "remove", "broken")).startsWith("broken.jar: removed");
    }

    @Test
    void remove_ofALink_leavesWhatItLeadsTo() throws IOException {
        Files.createDirectories(plugins);
        Files.createSymbolicLink(plugins.resolve("link.jar"), jar);

        run("plugins", "remove", "link");

        assertThat(names()).isEmpty();
        assertThat(jar).exists();
    }

    @Test
    void remove_ofAnUnknownName_namesTheNearest() throws IOException {
        run("plugins", "add", jar.toString());

        assertThat(refusal("plugins", "remove", "amce"))
                .isEqualTo("there is no plugin 'amce' in " + plugins + "; did you mean 'acme'?\n");
        assertThat(refusal("plugins", "remove", "acne.jar"))
                .isEqualTo("there is no plugin 'acne.jar' in " + plugins + "; did you mean 'acme.jar'?\n");
        assertThat(refusal("plugins", "remove", "something-else"))
                .isEqualTo("there is no plugin 'something-else' in " + plugins + "; there are acme.jar\n");
    }

    @Test
    void remove_fromAFolderThatIsMissing_isRefused() {
        assertThat(refusal("plugins", "remove", "acme")).isEqualTo("there is no plugin 'acme' in " + plugins + "\n");
    }

    @Test
    void remove_ofAPath_touchesNothing() throws IOException {
        run("plugins", "add", jar.toString());

        assertThat(refusal("plugins", "remove", "../../acme.jar"))
                .startsWith("there is no plugin '../../acme.jar' in " + plugins);
        assertThat(refusal("plugins", "remove", jar.toString())).startsWith("there is no plugin '" + jar + "'");
        assertThat(refusal("plugins", "remove", "..")).startsWith("there is no plugin '..'");
        assertThat(refusal("plugins", "remove", "")).startsWith("there is no plugin ''");
        assertThat(jar).exists();
        assertThat(names()).containsExactly("acme.jar");
    }

    @Test
    void remove_ofAFolder_isRefused() throws IOException {
        Files.createDirectories(plugins.resolve("folder.jar"));

        assertThat(refusal("plugins", "remove", "folder"))
                .isEqualTo("'folder' is a folder in " + plugins + ", not a plugin\n");
        assertThat(plugins.resolve("folder.jar")).exists();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private String run(String... arguments) {
        var process = process();
        assertThat(process.run(arguments)).as(process.err()).isEqualTo(ExitCode.DONE);
        return process.out();
    }

    private String refusal(String... arguments) {
        var process = process();
        assertThat(process.run(arguments)).isEqualTo(ExitCode.REFUSED);
        return process.err();
    }

    private CommandLineProcess process() {
        return new CommandLineProcess().withPluginsIn(plugins);
    }
}
