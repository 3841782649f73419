package dev.tokenport.views.page;

import dev.tokenport.views.SampleRun;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SamplePagesTest {
    @Test
    void x() throws Exception {
        Path folder = Path.of("/tmp/shots");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("states.html"),
                ReportPage.of(SampleRun.ofAllStates().view(RunOutcome.FAILED)));
        for (int n : new int[] {1, 5, 40, 1000, 10000}) {
            long t = System.nanoTime();
            Files.writeString(
                    folder.resolve(n + ".html"),
                    ReportPage.of(SampleRun.ofTasks(n).view(RunOutcome.DONE)));
            Files.writeString(
                    folder.resolve(n + ".svg"),
                    new dev.tokenport.views.WorkflowViews()
                            .svg(SampleRun.ofTasks(n).view(RunOutcome.DONE).workflow()));
            System.err.println(
                    n + " " + (System.nanoTime() - t) / 1000000 + " ms " + Files.size(folder.resolve(n + ".html")));
        }
        Files.writeString(
                folder.resolve("states.svg"),
                new dev.tokenport.views.WorkflowViews()
                        .svg(SampleRun.ofAllStates().view(RunOutcome.DONE).workflow()));
    }
}
