package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before an engine is asked. */
final class EngineCommandsTest {

    @TempDir
    Path folder;

    private final CommandLineProcess process = new CommandLineProcess();
    private Path empty = Path.of("");

    @BeforeEach
    void write() throws Exception {
        empty = Files.writeString(folder.resolve("empty.yaml"), "workflow: empty\ntasks:\n  a: {operator: nothing}\n");
    }

    @Test
    void status_withoutAnEngine_saysWhichToName() throws Exception {
        assertThat(process.run("status", "orders-1")).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("--engine is missing; name the engine that has the run: --engine temporal\n");
    }

    @Test
    void engine_thatIsNotInstalled_isNamedWithThoseThatAre() throws Exception {
        Path engines = Files.createDirectories(folder.resolve("engines"));
        Files.createDirectory(engines.resolve("temporal"));
        process.with("TOKENPORT_ENGINES", engines.toString());

        assertThat(process.run("worker", "--engine", "temporel", "--key-file", key()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("there is no engine 'temporel' in " + engines + "; did you mean 'temporal'?\n");
    }

    @Test
    void engine_withoutItsJars_isAFailure() throws Exception {
        Path engines = Files.createDirectories(folder.resolve("engines"));
        Files.createDirectory(engines.resolve("temporal"));
        process.with("TOKENPORT_ENGINES", engines.toString());

        assertThat(process.run("cancel", "orders-1", "--engine", "temporal", "--key-file", key()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(process.err())
                .isEqualTo("the engine 'temporal': there is no engine in " + engines.resolve("temporal") + "\n");
    }

    @Test
    void worker_withoutAKey_refusesToStart() throws Exception {
        assertThat(process.run("worker", "--engine", "temporal")).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(
                        "the engine keeps what tasks hand over, so it is encrypted: name a key file with --key-file or"
                                + " TOKENPORT_KEY_FILE; 'tokenport keygen' makes one\n");
    }

    @Test
    void worker_withAKeyOnTheCommandLine_neverRepeatsIt() throws Exception {
        assertThat(process.run("worker", "--engine", "temporal", "--api-key", "s3cret", "--key-file", key()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .startsWith("--api-key takes env:NAME or file:PATH")
                .doesNotContain("s3cret");
    }

    @Test
    void worker_whoseStoreIsNotThere_refusesToStart() throws Exception {
        assertThat(process.run("worker", "--engine", "temporal", "--store", "file:/not/there"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--store 'file:/not/there': there is no such folder\n");
        assertThat(new CommandLineProcess().run("worker", "--engine", "temporal", "--store", "ftp://x"))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void worker_whoseStoreIsOfNoKind_refusesToStart() throws Exception {
        assertThat(process.run("worker", "--engine", "temporal", "--store", "ftp:x"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--store 'ftp:x' is neither file:FOLDER nor s3:BUCKET/PREFIX\n");
    }

    @Test
    void worker_whoseKindOfStoreIsNotInstalled_refusesToStart() throws Exception {
        process.with("TOKENPORT_STORES", folder.toString());

        assertThat(process.run("worker", "--engine", "temporal", "--store", "s3:bucket"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("there is no store 's3' in " + folder + "\n");
    }

    @Test
    void worker_thatKeepsNothing_refusesToStart() throws Exception {
        assertThat(process.run("worker", "--engine", "temporal", "--keep-store-for", "0"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--keep-store-for '0' is less than 1\n");
    }

    @Test
    void run_withAFileThatNoStoreHas_isRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.yaml"), """
                workflow: rows
                tasks:
                  rows: {operator: csv-dataset, parameters: {file: rows.csv}}
                  out: {operator: json-dataset, inputs: rows, parameters: {file: /tmp/rows.json}}
                """);

        assertThat(process.run("run", file.toString(), "--engine", "temporal", "--store", "s3:bucket"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(
                        "task 'rows' names a file under the folder of the workflow: file 'rows.csv', and there are no"
                                + " files on S3: give all workers one --folder that they share, and say so with"
                                + " --shared-folder\n");
        var shared = new CommandLineProcess();
        assertThat(shared.run("run", file.toString(), "--engine", "temporal", "--shared-folder"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(shared.err())
                .isEqualTo(
                        "task 'out' takes the entities of 'rows', so the workers need a store: --store file:FOLDER, a"
                                + " folder that all of them share\n");
    }

    @Test
    void run_withOptionsOfAnEngineButWithout_isRefused() throws Exception {
        assertThat(process.run("run", empty.toString(), "--detach")).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("--id, --detach, --store, --shared-folder and --heartbeat are for runs with --engine\n");
    }

    private String key() {
        Path file = folder.resolve("key");
        if (!Files.exists(file)) {
            assertThat(new CommandLineProcess().run("keygen", file.toString())).isEqualTo(ExitCode.DONE);
        }
        return file.toString();
    }
}
