package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.cli.plugin.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport plugins list}, and what the other commands say of plugins. */
final class PluginsCommandTest {

    private static final String NO_JAR = "it is not a readable JAR: zip END header not found";

    @TempDir
    Path folder;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @Test
    void list_ofNoPlugins_saysHowToAddOne() {
        var process = process();

        ExitCode code = process.run("plugins");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out())
                .isEqualTo("there are no plugins in " + plugins + "; 'tokenport plugins add FILE.jar' adds one\n");
        assertThat(process.err()).isEmpty();
    }

    @Test
    void list_ofAFolderThatIsNotThereYet_isEmpty() {
        Path missing = folder.resolve("missing");
        var process = new CommandLineProcess().withPluginsIn(missing);

        process.run("plugins", "list", "--json");

        assertThat(process.out()).isEqualTo("{\"folder\":\"" + missing + "\",\"plugins\":[]}\n");
        assertThat(missing).doesNotExist();
    }

    @Test
    void list_ofLoadedAndLeftOut_isATable() throws IOException {
        writeTwo();
        var process = process();

        ExitCode code = process.run("plugins", "list");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out()).isEqualTo("""
                FILE        VERSION  OPERATORS              STATE
                broken.jar  -        -                      left out: %s
                two.jar     1.2      acme-a: A              loaded
                                     acme-b (bee): B\\u0007
                """.formatted(NO_JAR));
        assertThat(process.err()).isEmpty();
    }

    @Test
    void list_asJson_hasTheSame() throws IOException {
        writeTwo();
        var process = process();

        process.run("plugins", "--json");

        assertThat(process.out())
                .isEqualTo(
                        "{\"folder\":\"" + plugins + "\",\"plugins\":["
                                + "{\"file\":\"broken.jar\",\"version\":null,\"state\":\"left out\",\"reason\":\""
                                + NO_JAR
                                + "\",\"operators\":[]},"
                                + "{\"file\":\"two.jar\",\"version\":\"1.2\",\"state\":\"loaded\",\"reason\":null,\"operators\":["
                                + "{\"id\":\"acme-a\",\"aliases\":[],\"label\":\"A\",\"description\":\"Does nothing.\"},"
                                + "{\"id\":\"acme-b\",\"aliases\":[\"bee\"],\"label\":\"B\\u0007\",\"description\":\"\"}]}]}\n");
    }

    @Test
    void plugin_leftOut_isWarnedOfWhileTheRestWorks() throws IOException {
        writeTwo();
        var process = process();

        ExitCode code = process.run("operators");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out()).contains("acme-a ", "bee ", "http-request ");
        assertThat(process.err()).isEqualTo("warning: the plugin broken.jar was left out: " + NO_JAR + "\n");
    }

    @Test
    void operator_ofAPluginLeftOut_isMissingForAReason() throws IOException {
        TestJar.of("Acme", "acme", "\"Acme\"")
                .operator("Taken", "http-request", "\"Taken\"")
                .write(plugins.resolve("acme.jar"));
        Path workflow = Files.writeString(folder.resolve("w.yaml"), "workflow: w\ntasks:\n  a: {operator: acme}\n");
        String reason = "its operator 'http-request' wants the name 'http-request', which an operator of Tokenport"
                + " itself has";
        String warning = "warning: the plugin acme.jar was left out: " + reason + "\n";
        String missing =
                "there is no operator 'acme': the plugin acme.jar, which has it, was left out: " + reason + "\n";
        var validate = process();
        var page = process();

        ExitCode code = validate.run("validate", workflow.toString());
        page.run("operators", "acme");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(validate.err()).isEqualTo(warning + workflow + ":3:17: " + missing);
        assertThat(page.err()).isEqualTo(warning + missing);
    }

    @Test
    void taskOfAProject_whoseOperatorWasLeftOut_isAProblemWithTheReason() throws IOException {
        TestJar.of("Acme", "acme", "\"Acme\"")
                .operator("Taken", "http-request", "\"Taken\"")
                .write(plugins.resolve("acme.jar"));
        Path zip = ProjectZip.copying()
                .with("custom/a.xml", "<CustomTask id='a' type='acme'/>")
                .with("workflow/copy.xml", "<Workflow id='copy'><Operator task='a'/></Workflow>")
                .write(folder.resolve("project.zip"));
        var process = process();

        ExitCode code = process.run("validate", zip.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .containsOnlyOnce("warning: the plugin acme.jar was left out: ")
                .contains("task 'a': there is no operator for type 'acme' here: the plugin acme.jar, which has it, was"
                        + " left out: its operator 'http-request' wants");
    }

    @Test
    void folder_thatIsNamedAndIsNone_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var process = new CommandLineProcess().with("TOKENPORT_PLUGINS", file.toString());

        ExitCode code = process.run("plugins");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("TOKENPORT_PLUGINS '" + file + "' is not a readable folder\n");
    }

    @Test
    void folder_thatIsUnknown_isRefusedWhereItIsNeeded() {
        var list = new CommandLineProcess();
        var remove = new CommandLineProcess();

        list.run("plugins");
        ExitCode code = remove.run("plugins", "remove", "x");

        assertThat(list.out()).isEqualTo("there are no plugins; 'tokenport plugins add FILE.jar' adds one\n");
        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(remove.err()).isEqualTo("no folder of plugins is known; name one with TOKENPORT_PLUGINS\n");
    }

    private void writeTwo() throws IOException {
        Files.writeString(plugins.resolve("broken.jar"), "this is no JAR");
        TestJar.of("A", "acme-a", "\"A\"")
                .operator("B", "OperatorDescription.of(\"acme-b\", \"B\\u0007\", \"\").withAliases(\"bee\")", "", "")
                .attribute(Attributes.Name.IMPLEMENTATION_VERSION, "1.2")
                .write(plugins.resolve("two.jar"));
    }

    private CommandLineProcess process() {
        return new CommandLineProcess().with("TOKENPORT_PLUGINS", plugins.toString());
    }
}
