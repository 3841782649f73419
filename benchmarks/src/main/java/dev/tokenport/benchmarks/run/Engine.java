package dev.tokenport.benchmarks.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads and runs workflow files as {@code tokenport run} does. Thread-safe. */
final class Engine {

    private final OperatorRegistry operators =
            OperatorRegistry.of(new StepOperator(), new PassOperator(), new SettingOperator());
    private final Path scratch;

    Engine(Path scratch) {
        this.scratch = scratch;
    }

    /** Reads, validates and plans. */
    Plan plan(Path file) throws WorkflowException, IOException {
        return Plan.read(file, List.of(), operators);
    }

    /** Runs with the default options. */
    RunReport run(Plan plan) throws WorkflowException {
        var world = new LocalRunner.World(
                TimeSource.system(), Transports.direct(), Environment.of(Map.of()), new Redactor(), scratch);
        RunReport report = new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
        if (report.outcome() != RunOutcome.DONE) {
            throw new IllegalStateException(report.error().orElse("the run was cancelled"));
        }
        return report;
    }
}
