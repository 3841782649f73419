package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in processes of their own: the operator of the page about writing one, and others beside it. */
@Timeout(120)
final class PluginProcessIT {

    private static final Path PAGE = Path.of("..", "docs", "write-an-operator.md");
    private static final Pattern SOURCE = Pattern.compile("```java\n(package .*?)```", Pattern.DOTALL);
    private static final String NO_JAR = "it is not a readable JAR: zip END header not found";

    @TempDir
    Path folder;

    private Path plugins;
    private Path jar;

    @BeforeEach
    void write() throws IOException {
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
        plugins = folder.resolve("plugins");
        Matcher source = SOURCE.matcher(Files.readString(PAGE));
        assertThat(source.find()).as("the page shows an operator").isTrue();
        jar = PackedPlugin.write(folder.resolve("repeat-text.jar"), folder.resolve("page"), source.group(1));
    }

    @Test
    void operator_ofAPlugin_runsInAWorkflow() throws Exception {
        dropIn();

        Launcher.Finished end = launcher().run("run", "greetings.yaml");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(folder.resolve("greetings.json"))
                .hasContent("[\n{\"text\":\"Grüße\"},\n{\"text\":\"Grüße\"},\n{\"text\":\"Grüße\"}\n]\n");
    }

    @Test
    void operator_ofAPlugin_isListedAndShown() throws Exception {
        dropIn();

        Launcher.Finished list = launcher().run("operators");
        Launcher.Finished page = launcher().run("operators", "repeat-text");

        assertThat(list.out()).contains("repeat-text").contains("Repeat text: Give the same text several times.");
        assertThat(page.out()).contains("# Repeat text", "### Text", "### Times");
    }

    @Test
    void plugin_addedListedAndRemoved_comesAndGoes() throws Exception {
        Launcher.Finished added = launcher().run("plugins", "add", "repeat-text.jar");
        Launcher.Finished listed = launcher().run("plugins");
        Launcher.Finished valid = launcher().run("validate", "greetings.yaml");
        Launcher.Finished removed = launcher().run("plugins", "remove", "repeat-text");
        Launcher.Finished gone = launcher().run("validate", "greetings.yaml");

        assertThat(added)
                .isEqualTo(new Launcher.Finished(
                        0, "repeat-text.jar: added to plugins, with repeat-text (Repeat text)\n", ""));
        assertThat(listed).isEqualTo(new Launcher.Finished(0, """
                FILE             VERSION  OPERATORS                 STATE
                repeat-text.jar  -        repeat-text: Repeat text  loaded
                """, ""));
        assertThat(valid).isEqualTo(new Launcher.Finished(0, "greetings.yaml: ok, 2 tasks\n", ""));
        assertThat(removed).isEqualTo(new Launcher.Finished(0, "repeat-text.jar: removed from plugins\n", ""));
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.err()).startsWith("greetings.yaml:4:15: there is no operator 'repeat-text'");
    }

    @Test
    void plugins_thatAreFaultyOrConflict_areNamedAndTheRestRuns() throws Exception {
        dropIn();
        Files.copy(jar, plugins.resolve("zz-repeat-text-copy.jar"));
        Files.writeString(plugins.resolve("broken.jar"), "this is no JAR");

        Launcher.Finished end = launcher().run("run", "greetings.yaml");

        assertThat(end.code()).isZero();
        assertThat(end.out()).startsWith("workflow 'greetings': 2 tasks done");
        assertThat(end.err())
                .contains("warning: the plugin broken.jar was left out: " + NO_JAR + "\n")
                .contains(
                        "warning: the plugin zz-repeat-text-copy.jar was left out: its operator 'repeat-text' wants the"
                                + " name 'repeat-text', which an operator of the plugin repeat-text.jar has\n");
    }

    @Test
    void plugin_thatIsBroken_isRefusedAndNothingIsThere() throws Exception {
        Files.writeString(folder.resolve("broken.jar"), "this is no JAR");

        Launcher.Finished end = launcher().run("plugins", "add", "broken.jar");

        assertThat(end).isEqualTo(new Launcher.Finished(2, "", "broken.jar was not added: " + NO_JAR + "\n"));
        assertThat(plugins).doesNotExist();
    }

    @Test
    void plugins_withTwoVersionsOfALibrary_runInOneWorkflowEachWithItsOwn() throws Exception {
        Files.createDirectory(plugins);
        for (String version : new String[] {"1.9", "2.0"}) {
            String id = "library-" + version.charAt(0);
            PackedPlugin.write(
                    plugins.resolve(id + ".jar"),
                    folder.resolve(id),
                    operatorWithLibrary(id),
                    "package acme.library; public final class Library { public static String version() { return \""
                            + version + "\"; } }");
        }
        Files.writeString(folder.resolve("versions.yaml"), """
                workflow: versions
                tasks:
                  one: {operator: library-1}
                  two: {operator: library-2}
                  file: {operator: json-dataset, inputs: [one, two], parameters: {file: versions.json}}
                """);

        Launcher.Finished end = launcher().run("run", "versions.yaml");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(folder.resolve("versions.json")).hasContent("[\n{\"version\":\"1.9\"},\n{\"version\":\"2.0\"}\n]\n");
    }

    private static String operatorWithLibrary(String id) {
        return """
                package acme;

                import acme.library.Library;
                import dev.tokenport.operator.*;
                import java.util.*;

                public final class LibraryVersion implements Operator<LibraryVersion.Settings> {
                    public record Settings() {}

                    @Override public OperatorDescription description() {
                        return OperatorDescription.of("%s", "Library", "Says which library it has.");
                    }

                    @Override public Class<Settings> parameters() {
                        return Settings.class;
                    }

                    @Override public Ports ports(KnownParameters known) {
                        var output = new Ports.Port.Fixed(Schema.of("", "version"));
                        return new Ports(new Ports.InputPorts.Exactly(List.of()), Optional.of(output));
                    }

                    @Override public Output execute(Settings settings, Inputs inputs, RunContext context) {
                        Schema schema = Schema.of("", "version");
                        return Output.of(Entities.of(
                                schema, List.of(Entity.of("", schema, List.of(Value.of(Library.version()))))));
                    }
                }
                """.formatted(id);
    }

    private void dropIn() throws IOException {
        Files.createDirectory(plugins);
        Files.copy(jar, plugins.resolve("repeat-text.jar"));
    }

    private Launcher launcher() {
        return Launcher.in(folder).with("TOKENPORT_PLUGINS", "plugins");
    }
}
