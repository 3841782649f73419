package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.cli.plugin.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport plugins add}. */
final class PluginsAddCommandTest {

    @TempDir
    Path folder;

    private Path plugins;
    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        plugins = folder.resolve("some/plugins");
        jar = TestJar.of("Acme", "acme", "\"Acme\"").write(folder.resolve("acme.jar"));
    }

    @Test
    void add_toAFolderThatIsMissing_makesIt() throws IOException {
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rwx------"));
        Path likeAnyFile = Files.createFile(folder.resolve("like-any-file"));
        var process = process();

        ExitCode code = process.run("plugins", "add", jar.toString());

        assertThat(process.err()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out()).isEqualTo("acme.jar: added to " + plugins + ", with acme (Acme)\n");
        assertThat(names()).containsExactly("acme.jar");
        assertThat(plugins.resolve("acme.jar")).hasSameBinaryContentAs(jar);
        assertThat(Files.getPosixFilePermissions(plugins.resolve("acme.jar")))
                .isEqualTo(Files.getPosixFilePermissions(likeAnyFile));
        assertThat(run("operators")).contains("acme");
    }

    @Test
    void add_ofTheSameName_replacesOnlyWhenAsked() throws IOException {
        run("plugins", "add", jar.toString());
        TestJar.of("Acme", "acme", "\"Acme 2\"").write(jar);
        var again = process();

        ExitCode code = again.run("plugins", "add", jar.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err())
                .isEqualTo(jar + " was not added: there is a plugin of that name in " + plugins
                        + "; --replace replaces it\n");
        assertThat(run("plugins", "add", "--replace", jar.toString()))
                .isEqualTo("acme.jar: added to " + plugins + ", with acme (Acme 2)\n");
        assertThat(plugins.resolve("acme.jar")).hasSameBinaryContentAs(jar);
    }

    @Test
    void add_ofWhatWouldBeLeftOut_changesNothing() throws IOException {
        Path broken = TestJar.empty().operators("acme.Missing").write(folder.resolve("broken.jar"));
        var process = process();

        ExitCode code = process.run("plugins", "add", broken.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.out()).isEmpty();
        assertThat(process.err()).isEqualTo(broken + " was not added: its operator class acme.Missing is not in it\n");
        assertThat(folder.resolve("some")).doesNotExist();
    }

    @Test
    void add_ofWhatWouldPushOutAnother_changesNothing() throws IOException {
        run("plugins", "add", jar.toString());
        Path first = TestJar.of("First", "acme", "\"First\"").write(folder.resolve("aaa.jar"));
        var process = process();

        ExitCode code = process.run("plugins", "add", first.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(first + " was not added: its operator 'acme' wants the name 'acme', which an operator of the"
                        + " plugin acme.jar has\n");
        assertThat(names()).containsExactly("acme.jar");
    }

    @Test
    void replacement_thatWouldBeLeftOut_keepsTheOldOne() throws IOException {
        run("plugins", "add", jar.toString());
        byte[] before = Files.readAllBytes(jar);
        TestJar.of("Acme", "http-request", "\"Acme\"").write(jar);
        var process = process();

        ExitCode code = process.run("plugins", "add", jar.toString(), "--replace");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(names()).containsExactly("acme.jar");
        assertThat(plugins.resolve("acme.jar")).hasBinaryContent(before);
    }

    @Test
    void add_besideOneThatIsLeftOut_works() throws IOException {
        Files.createDirectories(plugins);
        Files.writeString(plugins.resolve("broken.jar"), "this is no JAR");

        assertThat(run("plugins", "add", jar.toString())).startsWith("acme.jar: added to ");
    }

    @Test
    void add_throughLinks_takesTheContentAndReplacesTheLink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar);
        Path other = Files.writeString(folder.resolve("other"), "untouched");
        Files.createDirectories(plugins);
        Files.createSymbolicLink(plugins.resolve("link.jar"), other);

        run("plugins", "add", link.toString(), "--replace");

        assertThat(Files.isRegularFile(plugins.resolve("link.jar"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(plugins.resolve("link.jar")).hasSameBinaryContentAs(jar);
        assertThat(other).hasContent("untouched");
    }

    @Test
    void add_ofAFileThatCannotBeAPlugin_isRefused() throws IOException {
        Path zip = Files.copy(jar, folder.resolve("acme.zip"));
        Files.createDirectory(folder.resolve("folder.jar"));

        assertThat(refusal("plugins", "add", zip.toString()))
                .isEqualTo(zip + " was not added: its name does not end with .jar\n");
        assertThat(refusal("plugins", "add", folder + "/none.jar"))
                .isEqualTo(folder + "/none.jar was not added: there is no such file\n");
        assertThat(refusal("plugins", "add", folder + "/folder.jar"))
                .isEqualTo(folder + "/folder.jar was not added: it is a folder\n");
        assertThat(refusal("plugins", "add", "")).isEqualTo("FILE is empty; name a file\n");
    }

    @Test
    void add_toWhatIsNoFolder_fails() throws IOException {
        Path file = Files.createFile(folder.resolve("some"));
        var process = process();
        var inFile = new CommandLineProcess().withPluginsIn(file);

        ExitCode code = process.run("plugins", "add", jar.toString());
        inFile.run("plugins", "add", jar.toString());

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(process.err())
                .startsWith(jar + " cannot be added to " + plugins + ": ")
                .hasLineCount(1);
        assertThat(inFile.err()).isEqualTo(jar + " cannot be added to " + file + ": it is not a folder\n");
    }

    @Test
    void add_ofWhatNeedsALibraryBesideIt_looksForItWhereThePluginWillBe() throws IOException {
        TestJar library = TestJar.empty()
                .source(
                        "acme.lib.Library",
                        "public class Library { public static String name() { return \"Beside\"; } }");
        Path using = TestJar.of("Using", "using", "acme.lib.Library.name()")
                .source("acme.lib.Library", "public class Library { public static String name() { return \"\"; } }")
                .attribute(Attributes.Name.CLASS_PATH, "lib/library.jar")
                .write(folder.resolve("using.jar"), "acme.lib.Library");
        library.write(Files.createDirectory(folder.resolve("lib")).resolve("library.jar"));

        String refusal = refusal("plugins", "add", using.toString());
        library.write(Files.createDirectories(plugins.resolve("lib")).resolve("library.jar"));
        String added = run("plugins", "add", using.toString());

        assertThat(refusal)
                .isEqualTo(using + " was not added: its operator class acme.Using does not describe itself: there is no"
                        + " class acme.lib.Library\n");
        assertThat(added).isEqualTo("using.jar: added to " + plugins + ", with using (Beside)\n");
    }

    @Test
    void add_executes_noMoreThanOperatorsDoes() throws IOException {
        Path noisy = TestJar.empty()
                .operator("Noisy", "OperatorDescription.of(\"noisy\", called(\"description\"), \"\")", "", """
                        static { called("static"); }
                        public Noisy() { called("constructor"); }
                        @Override public boolean repeatable(KnownParameters known) {
                            return called("repeatable").isEmpty();
                        }
                        @Override public List<ParameterFault> faults(KnownParameters known) {
                            called("faults");
                            return List.of();
                        }
                        static String called(String what) {
                            System.setProperty("acme.called." + what, "yes");
                            return "Noisy";
                        }
                        """)
                .write(folder.resolve("noisy.jar"));

        run("plugins", "add", noisy.toString());
        Set<String> byAdd = called();
        run("operators");

        assertThat(byAdd).isEqualTo(called()).containsExactly("constructor", "description", "static");
    }

    private static Set<String> called() {
        Set<String> names = new TreeSet<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("acme.called."))
                .forEach(name -> {
                    names.add(name.substring("acme.called.".length()));
                    System.clearProperty(name);
                });
        return names;
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
