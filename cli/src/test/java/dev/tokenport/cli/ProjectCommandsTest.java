package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** {@code run}, {@code validate} and {@code convert} with a CMEM project. */
final class ProjectCommandsTest {

    @TempDir
    Path folder;

    private final CommandLineProcess process = new CommandLineProcess();
    private final ProjectZip project = ProjectZip.copying();
    private Path zip = Path.of("");

    @BeforeEach
    void write() throws IOException {
        zip = project.write(folder.resolve("orders.zip"));
    }

    @Test
    void validate_ofAProject_countsWhatCanRun() throws Exception {
        ExitCode code = process.run("validate", zip.toString());

        assertThat(process.err()).isEmpty();
        assertThat(process.out()).isEqualTo(zip + ": ok, workflow 'copy', 2 tasks can run\n");
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(files()).containsExactly("orders.zip");
    }

    @Test
    void validate_ofAProjectThatCannotRun_tellsWhyAndCounts() throws Exception {
        project.with("dataset/in.xml", ProjectZip.dataset("in", "xlsx", "in.xlsx"))
                .write(zip);

        ExitCode code = process.run("validate", zip.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.out()).isEmpty();
        assertThat(process.err())
                .startsWith(zip + "!/orders/dataset/in.xml:1:1: task 'in': there is no operator for type 'xlsx' here;"
                        + " there are ")
                .endsWith("\n" + zip + ": workflow 'copy': 1 of 2 tasks can run; not 'in'\n")
                .hasLineCount(2);
    }

    @Test
    void run_ofAProject_unpacksTheResourcesAndKeepsResults() throws Exception {
        Path resources = folder.resolve("orders.resources");
        assertThat(process.run("run", zip.toString())).isEqualTo(ExitCode.DONE);
        assertThat(process.err()).contains("resources are in " + resources + ", 2 files unpacked\n");
        assertThat(resources.resolve("sub/out.csv")).content().startsWith("a");
        Files.writeString(resources.resolve("in.json"), "[{\"b\":2}]");

        var second = new CommandLineProcess();
        ExitCode code = second.run("run", zip.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(second.err())
                .contains("resources are in " + resources
                        + ", 0 files unpacked\nkept as they were, though the project has"
                        + " others: in.json; delete them there to have those of the project\n");
        assertThat(resources.resolve("sub/out.csv")).content().startsWith("b");
    }

    @Test
    void run_withAFolderForTheResources_unpacksThere() throws Exception {
        Path place = folder.resolve("elsewhere");

        ExitCode code = process.run("run", zip.toString(), "--resources", place.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(files())
                .containsExactly(
                        "elsewhere/in.json", "elsewhere/sub/out.csv", "elsewhere/sub/readme.txt", "orders.zip");
    }

    @Test
    void run_withAnEngine_needsAStoreForTheResources() throws Exception {
        assertThat(process.run("run", zip.toString(), "--engine", "temporal")).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("the resources of a CMEM project are files of the store, so the workers need one: --store"
                        + " file:FOLDER, a folder that all of them share\n");
        var second = new CommandLineProcess();
        assertThat(second.run("run", zip.toString(), "--engine", "temporal", "--resources", "x"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(second.err())
                .isEqualTo("--resources is for a run on this machine; with --engine the resources are files of the"
                        + " store\n");
        assertThat(files()).containsExactly("orders.zip");
    }

    @Test
    void run_ofAnUnpackedFolder_usesItsResourcesInPlace() throws Exception {
        process.run(
                "run",
                zip.toString(),
                "--resources",
                folder.resolve("orders/resources").toString());
        Path root = Files.createDirectories(folder.resolve("p/resources"));
        Files.writeString(root.resolve("in.json"), "[{\"a\":1}]");
        unpackXml(folder.resolve("p"));

        var second = new CommandLineProcess();
        ExitCode code = second.run("run", folder.resolve("p").toString());

        assertThat(second.err()).contains("resources are in " + root + ", 0 files unpacked\n");
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(root.resolve("sub/out.csv")).content().startsWith("a");
    }

    @Test
    void workflow_thatIsNotThere_isRefusedWithAllThereAre() throws Exception {
        project.with("workflow/sync.xml", "<Workflow><Dataset task='in'/></Workflow>")
                .write(zip);

        assertRefused("run", zip + ": the project has 2 workflows; name one with --workflow: copy, sync\n");
        assertRefused(
                "validate",
                zip + ": the project has no workflow 'cpoy'; did you mean 'copy'? (there are copy, sync)\n",
                "--workflow",
                "cpoy");
        assertThat(process.run("validate", zip.toString(), "--workflow", "sync"))
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void project_thatIsNone_isRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "workflow: x");

        process.run("run", text.toString());
        process.run("validate", folder.toString());

        assertThat(process.err())
                .isEqualTo(
                        text + ": this is not a readable zip: zip END header not found\n" + folder
                                + ": this is no export of a CMEM project; there is no config.xml at the top or in one folder\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--variable x       | a --variable is not of the form NAME=VALUE or SCOPE.NAME=VALUE",
                "--variable 1x=y    | a --variable is not of the form NAME=VALUE or SCOPE.NAME=VALUE",
                "--variable x=y     | --variable: the project has no variable 'project.x'",
                "--max-unpacked 0   | --max-unpacked '0' is not a number of bytes such as 500M or 2G",
                "--max-unpacked 10  | ZIP: the zip unpacks to more than 10 bytes; if it is trusted, allow more with --max-unpacked",
            })
    void option_thatDoesNotFit_isRefused(String option, String message) {
        String[] words = option.split(" ", 2);

        ExitCode code = process.run("validate", zip.toString(), words[0], words[1]);

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err().lines().findFirst()).contains(message.replace("ZIP", zip.toString()));
    }

    @ParameterizedTest
    @CsvSource({"--workflow,x", "--variable,a=b", "--resources,x", "--max-unpacked,2G"})
    void option_forAProjectWithAFile_isRefused(String option, String value) throws Exception {
        Path file = Files.writeString(folder.resolve("w.yaml"), "workflow: w\ntasks: {}\n");

        ExitCode code = process.run("run", file.toString(), option, value);

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo(option + " is for a CMEM project, and " + file + " is a workflow file\n");
    }

    private void assertRefused(String command, String message, String... options) {
        var other = new CommandLineProcess();
        String[] arguments = Stream.concat(Stream.of(command, zip.toString()), Stream.of(options))
                .toArray(String[]::new);

        assertThat(other.run(arguments)).isEqualTo(ExitCode.REFUSED);
        assertThat(other.err()).isEqualTo(message);
    }

    private void unpackXml(Path root) throws IOException {
        for (String path : List.of("config.xml", "dataset/in.xml", "dataset/out.xml", "workflow/copy.xml")) {
            Path file = root.resolve(path);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            try (var zipped = new java.util.zip.ZipFile(zip.toFile());
                    var in = zipped.getInputStream(zipped.getEntry("orders/" + path))) {
                Files.copy(in, file);
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
