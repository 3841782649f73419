package dev.tokenport.cli;

import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunReport;

/** A run in this process, shown on its screen. Immutable. */
record WorkflowRun(Session session, SecretSources sources) {

    RunReport run(Plan plan, LocalRunner.Options options) throws WorkflowException {
        World world = session.world();
        OperatorLog.toScreen(session);
        var runner = new LocalRunner(new LocalRunner.World(
                world.time(), world.transports().get(), sources, session.redactor(), world.temporary()));
        return runner.run(plan, options, new Progress(session.screen()));
    }
}
