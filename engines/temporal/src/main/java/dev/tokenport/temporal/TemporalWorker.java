package dev.tokenport.temporal;

import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.WorkerSettings;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A worker at work. It takes tasks from the queues of all, and what was left with it from one of its own. Thread-safe. */
final class TemporalWorker implements EngineWorker {

    private static final int FEWEST_POLLERS = 5;
    private static final int MOST_POLLERS = 20;
    private static final Duration DEADLOCK = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(3);

    /**
     * Says of each run that fails that it failed, with a trace of its workflow's code; the run's report says why. Held here,
     * since the JDK forgets a logger that nobody holds.
     */
    private static final Logger FAILED_RUNS = Logger.getLogger("io.temporal.internal.sync.WorkflowExecutionHandler");

    private final Connected connected;
    private final WorkerFactory factory;
    private final ScheduledExecutorService ticker;
    private final Duration patience;

    private TemporalWorker(
            Connected connected, WorkerFactory factory, ScheduledExecutorService ticker, Duration patience) {
        this.connected = connected;
        this.factory = factory;
        this.ticker = ticker;
        this.patience = patience;
    }

    static TemporalWorker begin(Connected connected, EngineAddress address, WorkerSettings settings) {
        FAILED_RUNS.setLevel(Level.OFF);
        WorkflowClient client = connected.client();
        WorkerFactory factory = WorkerFactory.newInstance(client);
        ScheduledExecutorService ticker = Executors.newScheduledThreadPool(1);
        String own = address.queue() + ":" + UUID.randomUUID();
        var tasks = new TaskWorker(client, settings, own, ticker);
        Set<String> queues = new LinkedHashSet<>(settings.furtherQueues());
        queues.add(address.queue());
        for (String queue : queues) {
            Worker shared = factory.newWorker(queue, shared(settings.parallel()));
            shared.registerWorkflowImplementationFactory(RunWorkflow.class, OrderedRun::new);
            shared.registerActivitiesImplementations(tasks);
            factory.newWorker(Activities.renewals(queue), alone()).registerActivitiesImplementations(tasks);
        }
        factory.newWorker(own, alone()).registerActivitiesImplementations(tasks);
        factory.start();
        return new TemporalWorker(connected, factory, ticker, settings.patience());
    }

    private static WorkerOptions shared(int parallel) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(parallel)
                // Each asks for one task at a time, and the server answers those of a queue in turn.
                .setMaxConcurrentActivityTaskPollers(Math.max(FEWEST_POLLERS, Math.min(parallel, MOST_POLLERS)))
                // A large order takes its time on a busy machine, and is no standstill.
                .setDefaultDeadlockDetectionTimeout(DEADLOCK.toMillis())
                .setMaxHeartbeatThrottleInterval(Duration.ofMillis(500))
                .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(500))
                .build();
    }

    /** For what is asked for seldom. */
    private static WorkerOptions alone() {
        return WorkerOptions.newBuilder().setMaxConcurrentActivityTaskPollers(1).build();
    }

    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        factory.shutdownNow();
        factory.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
        ticker.shutdownNow();
        connected.close();
    }
}
