package dev.tokenport.temporal;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.testkit.conformance.KeepingConformance;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The engine keeps the rules of a run that goes on in another history after every second of its tasks, or so. */
final class ContinuedConformanceTest extends KeepingConformance {

    private static ConformanceRuns runs;

    @TempDir
    private Path shared;

    @BeforeAll
    static void start(@TempDir Path folder) {
        runs = new ConformanceRuns(folder, new HistoryBounds(12, 1_000_000_000));
    }

    @AfterAll
    static void stop() {
        runs.close();
    }

    @Override
    protected RunReport run(Plan plan, World world, Options options, RunListener listener) {
        return runs.run(plan, world, options, listener, shared);
    }
}
