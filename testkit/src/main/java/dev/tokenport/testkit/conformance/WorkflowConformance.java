package dev.tokenport.testkit.conformance;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.Streaming;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of a run that every engine keeps, one test each. Inherit {@link StreamingConformance} for an engine that streams
 * from task to task, {@link KeepingConformance} for one that keeps each output whole, and run the plan that is given. A test
 * that does not end is a failure.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract sealed class WorkflowConformance
        implements ExecutionRules,
                ReconfigurationRules,
                EntityRules,
                SpoolRules,
                FailureRules,
                SecretRules,
                ThreadRules,
                RejectRules
        permits StreamingConformance, KeepingConformance {

    private @Nullable Bench bench;

    WorkflowConformance() {}

    /** Whether the engine streams. */
    abstract Streaming streaming();

    /**
     * Runs a plan with the engine under test.
     *
     * @throws WorkflowException if nothing can be run
     */
    protected abstract RunReport run(Plan plan, World world, Options options, RunListener listener)
            throws WorkflowException;

    @BeforeEach
    final void prepare(@TempDir Path folder) {
        bench = new Bench(this, folder);
    }

    /** Where the rules are tried. */
    @Override
    public final Bench bench() {
        Bench prepared = bench;
        if (prepared == null) {
            throw new IllegalStateException("no test is running");
        }
        return prepared;
    }
}
