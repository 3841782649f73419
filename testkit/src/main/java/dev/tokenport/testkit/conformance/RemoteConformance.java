package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.engine.Engine;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.store.EntityStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The rules for an engine whose tasks workers execute: each run has a worker and a queue of its own. */
public abstract class RemoteConformance extends KeepingConformance {

    /** The engine. */
    protected abstract Engine engine();

    /** How it is reached, for those who take tasks from this queue. */
    protected abstract EngineAddress address(String queue);

    /** Where entities are handed over. */
    protected abstract EntityStore store();

    /** Where relative paths start. */
    protected abstract Path shared();

    @Override
    @SuppressWarnings("try") // the worker works while it is open; nobody calls it
    protected final RunReport run(Plan plan, World world, Options options, RunListener listener) {
        String id = UUID.randomUUID().toString();
        EngineAddress address = address("queue-" + id);
        var operators = OperatorRegistry.of(
                plan.tasks().stream().map(PlannedTask::operator).distinct().toArray(Operator<?>[]::new));
        var settings = new WorkerSettings(world, operators, Optional.of(store()), shared(), 50, Duration.ZERO);
        try (EngineWorker worker = engine().work(address, settings);
                RemoteRuns runs = engine().connect(address, world.time())) {
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
