package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolSweepTest {

    @TempDir
    private Path folder;

    @Test
    void spooledFiles_ofAKilledProcess_areSweptByTheNextRunButNotBefore() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpoolingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('!');
            assertThat(spooledFiles()).hasSize(1);
            runAnother();
            assertThat(spooledFiles()).hasSize(1);
        } finally {
            process.destroyForcibly().waitFor();
        }

        runAnother();

        assertThat(spooledFiles()).isEmpty();
    }

    private void runAnother() throws Exception {
        RunReport report = SpoolingProcess.run(folder, entity -> {}, TimeSource.system(), RunListener.none());
        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
    }

    private List<Path> spooledFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("scratch"))) {
            return files.toList();
        }
    }
}
