package dev.tokenport.temporal;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.temporal.message.HistoryBounds;
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
import dev.tokenport.workflow.store.FolderStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Runs on Temporal's test server, for the rules that every engine keeps. */
final class ConformanceRuns implements AutoCloseable {

    private final TestTemporal temporal = TestTemporal.start();
    private final PayloadCipher cipher;
    private final HistoryBounds bounds;

    /** Runs whose histories have these bounds, encrypted with a new key. */
    ConformanceRuns(Path folder, HistoryBounds bounds) {
        this.cipher = TestTemporal.cipher(folder);
        this.bounds = bounds;
    }

    /** Runs a plan with a worker of its own, which keeps what is handed over in a folder. */
    @SuppressWarnings("try") // the worker works while it is open; nobody calls it
    RunReport run(Plan plan, World world, Options options, RunListener listener, Path shared) {
        String id = UUID.randomUUID().toString();
        EngineAddress address = temporal.address("queue-" + id, cipher);
        var operators = OperatorRegistry.of(
                plan.tasks().stream().map(PlannedTask::operator).distinct().toArray(Operator<?>[]::new));
        var settings =
                new WorkerSettings(world, operators, Optional.of(new FolderStore(shared)), shared, 50, Duration.ZERO);
        var engine = new TemporalEngine();
        try (EngineWorker worker = engine.work(address, settings);
                RemoteRuns runs = new TemporalRuns(Connected.to(address), address.queue(), world.time(), bounds)) {
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

    @Override
    public void close() {
        temporal.close();
    }
}
