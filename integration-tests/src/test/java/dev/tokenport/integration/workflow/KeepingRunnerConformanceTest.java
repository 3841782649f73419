package dev.tokenport.integration.workflow;

import dev.tokenport.testkit.conformance.KeepingConformance;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;

/** The local runner keeps the rules of a run also where it streams nothing, as an engine of many machines does. */
final class KeepingRunnerConformanceTest extends KeepingConformance {

    @Override
    protected RunReport run(Plan plan, World world, Options options, RunListener listener) throws WorkflowException {
        return new LocalRunner(world).run(plan, options, listener);
    }
}
