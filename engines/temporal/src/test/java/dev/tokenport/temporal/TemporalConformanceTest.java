package dev.tokenport.temporal;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.testkit.conformance.KeepingConformance;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.engine.PayloadCipher;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The engine keeps the rules of a run, on Temporal's test server. */
final class TemporalConformanceTest extends KeepingConformance {

    private static TestTemporal temporal;
    private static PayloadCipher cipher;

    @TempDir
    private Path shared;

    @BeforeAll
    static void start(@TempDir Path folder) {
        temporal = TestTemporal.start();
        cipher = TestTemporal.cipher(folder);
    }

    @AfterAll
    static void stop() {
        temporal.close();
    }

    @Override
    @SuppressWarnings("try") // the worker works while it is open; nobody calls it
    protected RunReport run(Plan plan, World world, Options options, RunListener listener) {
        String id = UUID.randomUUID().toString();
        EngineAddress address = temporal.address("queue-" + id, cipher);
        var operators = OperatorRegistry.of(
                plan.tasks().stream().map(PlannedTask::operator).distinct().toArray(Operator<?>[]::new));
        var settings =
                new WorkerSettings(world, operators, Optional.of(TestStore.in(shared)), shared, 50, Duration.ZERO);
        var engine = new TemporalEngine();
        try (EngineWorker worker = engine.work(address, settings);
                RemoteRuns runs = engine.connect(address, world.time())) {
            runs.start(new RemoteRun(id, plan, options.parallel(), Duration.ofSeconds(5)));
            FollowedRun followed = runs.follow(id, listener);
            try {
                return followed.toTheEnd();
            } catch (InterruptedException e) {
                runs.cancel(id);
                RunReport report = followed.toTheEnd();
                Thread.currentThread().interrupt();
                return report;
            }
        } catch (EngineException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
