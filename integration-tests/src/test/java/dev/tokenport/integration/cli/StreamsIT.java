package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard streams that are closed, full, or read by nobody. */
final class StreamsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'exec \"$tokenport\" \"$@\" >&-', Bad file descriptor",
        "'exec \"$tokenport\" \"$@\" >/dev/full', No space left on device",
        "'\"$tokenport\" \"$@\" | true; exit ${PIPESTATUS[0]}', Broken pipe",
    })
    void output_cannotBeWritten_isCode1AndOneLine(String body, String reason) throws Exception {
        Launcher.Finished end = WrappedLauncher.in(folder, body).run("schema");

        assertThat(end).isEqualTo(new Launcher.Finished(1, "", "cannot write to standard output: " + reason + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2>&-", "2>/dev/full"})
    void errors_cannotBeWritten_doNotKeepARunFromItsWork(String redirection) throws Exception {
        Path work = work();

        Launcher.Finished end = WrappedLauncher.in(folder, "exec \"$tokenport\" \"$@\" " + redirection)
                .run("run", "work/copy.yaml");

        assertThat(end.code()).isZero();
        assertThat(end.out()).startsWith("workflow 'copy': 3 tasks done in ");
        assertThat(work.resolve("out.csv")).hasContent(CopyWorkflow.rows());
    }

    /** Files that a process opens get the numbers of streams that are closed: nothing must be written into them. */
    @Test
    void streams_allClosed_leaveTheFilesAlone() throws Exception {
        Path work = work();

        Launcher.Finished end = WrappedLauncher.in(folder, "exec \"$tokenport\" \"$@\" <&- >&- 2>&-")
                .run("run", "work/copy.yaml", "--report", "work/report.json", "--verbose");

        assertThat(end.code()).isEqualTo(1); // the last line could not be written
        assertThat(work.resolve("out.csv")).hasContent(CopyWorkflow.rows());
        assertThat(work.resolve("out.json"))
                .content()
                .startsWith("[\n{\"id\":\"1\"")
                .endsWith("}\n]\n");
        assertThat(work.resolve("report.json")).content().startsWith("{").endsWith("}\n");
        assertThat(CopyWorkflow.names(work))
                .containsExactly("copy.yaml", "in.csv", "out.csv", "out.json", "report.json");
    }

    private Path work() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        CopyWorkflow.write(work);
        return work;
    }
}
