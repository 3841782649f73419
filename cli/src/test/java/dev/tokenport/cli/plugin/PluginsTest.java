package dev.tokenport.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Plugins}: why a JAR is left out, and that the rest works. */
final class PluginsTest {

    private static final ClassLoader PRODUCT = PluginsTest.class.getClassLoader();
    private static final String ENTRY = "META-INF/services/dev.tokenport.operator.Operator";

    private final Plugins plugins = new Plugins(OperatorRegistry.load(PRODUCT), PRODUCT);

    @TempDir
    Path folder;

    @BeforeEach
    void loadAGoodOne() throws IOException {
        plugins.load(TestJar.of("Good", "good", "\"Good\"").write(folder.resolve("a-good.jar")));
    }

    /** Whatever a test leaves out harms neither the plugin before it nor the one after it. */
    @AfterEach
    void loadAnotherGoodOne() throws IOException {
        plugins.load(TestJar.of("Better", "better", "\"Better\"").write(folder.resolve("z-better.jar")));

        assertThat(plugins.operators().names()).contains("good", "better", "http-request");
    }

    @Test
    void plugin_withManyOperators_hasThemAll() throws IOException {
        Path jar = TestJar.of("One", "one", "\"One\"")
                .operator("Two", "OperatorDescription.of(\"two\", \"Two\", \"\").withAliases(\"zwei\")", "", "")
                .attribute(Attributes.Name.IMPLEMENTATION_VERSION, " 1.2.3 ")
                .write(folder.resolve("many.jar"));

        assertThat(plugins.load(jar))
                .isEqualTo(new Plugin(
                        "many.jar",
                        Optional.of("1.2.3"),
                        List.of(
                                OperatorDescription.of("one", "One", "Does nothing."),
                                OperatorDescription.of("two", "Two", "").withAliases("zwei")),
                        Optional.empty()));
        assertThat(plugins.operators().names()).contains("one", "two", "zwei");
    }

    @Test
    void entry_withCommentsAndDuplicates_isReadAsServiceLoaderDoes() throws IOException {
        Path jar = TestJar.of("One", "one", "\"One\"")
                .operators("# those that there are", "", "acme.One # again")
                .write(folder.resolve("commented.jar"));

        assertThat(plugins.load(jar).fault()).isEmpty();
    }

    @Test
    void operatorsOfTheProduct_thatTheEntryNamesToo_areNotThePlugins() throws IOException {
        Path jar = TestJar.of("One", "one", "\"One\"")
                .operators("dev.tokenport.operators.http.HttpRequest")
                .write(folder.resolve("merged.jar"));

        Plugin plugin = plugins.load(jar);

        assertThat(plugin.fault()).isEmpty();
        assertThat(plugin.operators()).extracting(OperatorDescription::id).containsExactly("one");
    }

    @Test
    void file_thatIsNoJar_isLeftOut() throws IOException {
        assertThat(fault(Files.writeString(folder.resolve("text.jar"), "this is no JAR")))
                .isEqualTo("it is not a readable JAR: zip END header not found");
        assertThat(fault(Files.createFile(folder.resolve("empty.jar"))))
                .isEqualTo("it is not a readable JAR: zip file is empty");
        assertThat(fault(Files.createDirectory(folder.resolve("folder.jar")))).isEqualTo("it is a folder");
        assertThat(fault(folder.resolve("none.jar"))).isEqualTo("there is no such file");
        assertThat(fault(Files.createSymbolicLink(folder.resolve("link.jar"), Path.of("nowhere"))))
                .isEqualTo("it is a link to nothing");
    }

    @Test
    void file_thatIsANamedPipe_isLeftOutWithoutWaiting() throws Exception {
        Path pipe = folder.resolve("pipe.jar");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(fault(pipe)).isEqualTo("it is not a regular file");
    }

    @Test
    void file_thatWasCutShort_isLeftOut() throws IOException {
        Path whole = TestJar.of("One", "one", "\"One\"").write(folder.resolve("whole.jar"));
        byte[] content = Files.readAllBytes(whole);

        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(content, content.length / 2));

        assertThat(fault(half)).isEqualTo("it is not a readable JAR: zip END header not found");
    }

    @Test
    void jar_withoutOperators_isLeftOut() throws IOException {
        Path library =
                TestJar.empty().source("acme.Library", "class Library {}").write(folder.resolve("library.jar"));
        Path blank = TestJar.empty().operators("# none").write(folder.resolve("blank.jar"));
        Path ours = TestJar.empty()
                .operators("dev.tokenport.operators.http.HttpRequest")
                .write(folder.resolve("ours.jar"));

        assertThat(fault(library))
                .isEqualTo(
                        "it has no " + ENTRY + ", so no operator; a library belongs into the JAR of the operator that"
                                + " needs it, or on the Class-Path of that JAR's manifest");
        assertThat(fault(blank)).isEqualTo("its " + ENTRY + " names no class");
        assertThat(fault(ours))
                .isEqualTo("all operators it names are Tokenport's own: dev.tokenport.operators.http.HttpRequest");
    }

    @Test
    void operatorClass_thatIsMissingOrNone_isNamed() throws IOException {
        Path missing = TestJar.empty().operators("acme.Missing").write(folder.resolve("missing.jar"));
        Path other = TestJar.empty()
                .source("acme.Other", "public class Other {}")
                .operators("acme.Other")
                .write(folder.resolve("other.jar"));

        assertThat(fault(missing)).isEqualTo("its operator class acme.Missing is not in it");
        assertThat(fault(other)).isEqualTo("its class acme.Other is not an operator");
    }

    @Test
    void operatorClass_thatCannotBeMade_isNamedWithTheReason() throws IOException {
        Path closed = described("closed", "private Faulty() {}");
        Path throwing = described("throwing", "public Faulty() { throw new IllegalStateException(\"no\\nlicence\"); }");
        Path failing = described("failing", "static final int NUMBER = Integer.parseInt(\"x\");");
        Path checked = described("checked", "public Faulty() throws Exception { throw new java.io.IOException(); }");

        String made = "its operator class acme.Faulty cannot be made: ";
        assertThat(fault(closed))
                .isEqualTo("its operator class acme.Faulty is not a public class with a public constructor without"
                        + " parameters");
        assertThat(fault(throwing)).isEqualTo(made + "IllegalStateException: no licence");
        assertThat(fault(failing)).isEqualTo(made + "NumberFormatException: For input string: \"x\"");
        assertThat(fault(checked)).isEqualTo(made + "IOException");
    }

    @Test
    void operatorClass_thatNeedsAMissingClass_namesThatClass() throws IOException {
        Path jar = TestJar.empty()
                .source("acme.Needed", "class Needed {}")
                .operator(
                        "Faulty",
                        "OperatorDescription.of(\"f\", \"F\", \"\")",
                        "",
                        "private final Needed needed = new Needed();")
                .write(folder.resolve("incomplete.jar"), "acme.Needed");

        assertThat(fault(jar))
                .isEqualTo("its operator class acme.Faulty cannot be made: there is no class acme.Needed");
    }

    @Test
    void operatorClass_forANewerJava_namesBothVersions() throws IOException {
        TestJar source = TestJar.of("Modern", "modern", "\"Modern\"");
        byte[] type = source.compiled().getOrDefault("acme/Modern.class", new byte[0]);
        type[7] = (byte) (44 + 99);

        Path jar = source.entry("acme/Modern.class", type).write(folder.resolve("modern.jar"));

        assertThat(fault(jar))
                .isEqualTo(
                        "its operator class acme.Modern cannot be loaded: class acme.Modern needs Java 99, and this is"
                                + " Java " + Runtime.version().feature());
    }

    @Test
    void operatorClass_thatIsGarbage_isNamed() throws IOException {
        Path jar = TestJar.empty()
                .entry("acme/Garbage.class", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .operators("acme.Garbage")
                .write(folder.resolve("garbage.jar"));

        assertThat(fault(jar)).startsWith("its operator class acme.Garbage cannot be loaded: ClassFormatError: ");
    }

    @Test
    void operator_thatDoesNotDescribeItself_isNamed() throws IOException {
        Path nothing = TestJar.empty().operator("Faulty", "null", "", "").write(folder.resolve("nothing.jar"));
        Path throwing = TestJar.empty()
                .operator(
                        "Faulty", "fail()", "", "static OperatorDescription fail() { throw new StackOverflowError(); }")
                .write(folder.resolve("throwing.jar"));

        String described = "its operator class acme.Faulty does not describe itself: ";
        assertThat(fault(nothing)).isEqualTo(described + "NullPointerException");
        assertThat(fault(throwing)).isEqualTo(described + "StackOverflowError");
    }

    @Test
    void operator_withAFaultyRecord_isNamed() throws IOException {
        Path jar = TestJar.empty()
                .operator("Faulty", "OperatorDescription.of(\"faulty\", \"F\", \"\")", "int number", "")
                .write(folder.resolve("faulty.jar"));

        assertThat(fault(jar))
                .isEqualTo("operator 'faulty' of acme.Faulty is faulty: Settings.number has no @Parameter");
    }

    private Path described(String name, String members) throws IOException {
        return TestJar.empty()
                .operator("Faulty", "OperatorDescription.of(\"faulty\", \"Faulty\", \"\")", "", members)
                .write(folder.resolve(name + ".jar"));
    }

    private String fault(Path jar) {
        return plugins.load(jar).fault().orElse("it was loaded");
    }
}
