package dev.tokenport.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Plugins}: operators whose names are taken. */
final class PluginConflictTest {

    private static final ClassLoader PRODUCT = PluginConflictTest.class.getClassLoader();

    private final Plugins plugins = new Plugins(OperatorRegistry.load(PRODUCT), PRODUCT);

    @TempDir
    Path folder;

    @BeforeEach
    void loadTheOwner() throws IOException {
        plugins.load(TestJar.of("Good", "good", "\"Good\"").write(folder.resolve("a-good.jar")));
    }

    @Test
    void operator_whoseNameIsTaken_namesTheOwner() throws IOException {
        Path ofTheProduct = TestJar.of("Mine", "http-request", "\"Mine\"").write(folder.resolve("mine.jar"));
        Path byAlias = TestJar.empty()
                .operator("Mine", "OperatorDescription.of(\"mine\", \"\", \"\").withAliases(\"good\")", "", "")
                .write(folder.resolve("alias.jar"));
        Path twice = TestJar.of("Twin", "twin", "\"A\"")
                .operator("Other", "twin", "\"B\"")
                .write(folder.resolve("twins.jar"));

        assertThat(fault(ofTheProduct))
                .isEqualTo("its operator 'http-request' wants the name 'http-request', which an operator of Tokenport"
                        + " itself has");
        assertThat(fault(byAlias))
                .isEqualTo("its operator 'mine' wants the name 'good', which an operator of the plugin a-good.jar has");
        assertThat(fault(twice)).startsWith("two operators are called 'twin': acme.");
    }

    @Test
    void plugin_ofWhichOneOperatorConflicts_isLeftOutWhole() throws IOException {
        Path jar = TestJar.of("Fine", "fine", "\"Fine\"")
                .operator("Taken", "good", "\"Taken\"")
                .write(folder.resolve("partial.jar"));

        String reason = "its operator 'good' wants the name 'good', which an operator of the plugin a-good.jar has";
        assertThat(fault(jar)).isEqualTo(reason);
        assertThat(plugins.operators().find("fine")).isEmpty();
        assertThat(plugins.operators().absence("fine"))
                .contains("the plugin partial.jar, which has it, was left out: " + reason);
        assertThat(plugins.operators().absence("good")).isEmpty();
    }

    private String fault(Path jar) {
        return plugins.load(jar).fault().orElse("it was loaded");
    }
}
