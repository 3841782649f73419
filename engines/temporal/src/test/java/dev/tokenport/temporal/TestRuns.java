package dev.tokenport.temporal;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of workflows with {@link StepOperator}, and a worker for them. */
final class TestRuns {

    static final String CANARY = "the canary sings";

    private static final OperatorRegistry OPERATORS =
            OperatorRegistry.of(new StepOperator(), new OAuth2Authentication(), new HttpRequest());

    private TestRuns() {}

    /** A worker that executes so many tasks at a time. */
    static EngineWorker worker(EngineAddress address, Path folder, int parallel) throws EngineException {
        return worker(address, folder, parallel, Environment.of(Map.of("CANARY", CANARY)));
    }

    /** A worker with these variables, that takes from further queues too. */
    static EngineWorker worker(
            EngineAddress address, Path folder, int parallel, Environment variables, String... furtherQueues)
            throws EngineException {
        var world = new World(
                TimeSource.system(), Transports.direct(), variables, new Redactor(), folder.resolve("scratch"));
        return new TemporalEngine()
                .work(
                        address,
                        new WorkerSettings(
                                world,
                                OPERATORS,
                                Optional.of(TestStore.in(folder)),
                                List.of(furtherQueues),
                                folder,
                                parallel,
                                Duration.ZERO));
    }

    static RemoteRuns runs(EngineAddress address) throws EngineException {
        return new TemporalEngine().connect(address, TimeSource.system());
    }

    /** Runs whose histories have these bounds. */
    static RemoteRuns runs(EngineAddress address, HistoryBounds bounds) throws EngineException {
        return new TemporalRuns(Connected.to(address), address.queue(), TimeSource.system(), bounds);
    }

    /** A run of tasks, given as lines of a workflow file. */
    static RemoteRun run(String id, Path folder, String tasks) throws Exception {
        Path file = Files.writeString(folder.resolve(id + ".yaml"), "workflow: steps\ntasks:\n" + tasks.indent(2));
        return new RemoteRun(id, Plan.read(file, List.of(), OPERATORS), 8, Duration.ofSeconds(2));
    }

    static RunReport report(RemoteRuns runs, String id) throws EngineException, InterruptedException {
        return runs.follow(id, RunListener.none()).toTheEnd();
    }

    /** The engine's ids of the executions that a run consists of so far. */
    static List<String> executions(Connected connected, String id) throws EngineException {
        var histories = new Histories(connected);
        var history = new RunHistory(connected.data(), RunListener.none());
        List<String> executions = new ArrayList<>();
        String run = histories.first(id);
        while (!run.isEmpty()) {
            executions.add(run);
            history.turnPage();
            histories.read(id, run, history);
            run = history.successor();
        }
        return executions;
    }
}
