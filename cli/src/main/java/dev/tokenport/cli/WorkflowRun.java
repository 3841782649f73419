package dev.tokenport.cli;

import dev.tokenport.secret.SecretSources;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;

/** A run in this process. Immutable. */
record WorkflowRun(Session session, SecretSources sources) {

    /** Runs, and shows it on the screen. */
    RunReport run(Plan plan, LocalRunner.Options options) throws WorkflowException {
        OperatorLog.toScreen(session);
        return run(plan, options, new Progress(session.screen()));
    }

    RunReport run(Plan plan, LocalRunner.Options options, RunListener listener) throws WorkflowException {
        return runner().run(plan, options, listener);
    }

    /** What runs it. */
    LocalRunner runner() {
        World world = session.world();
        return new LocalRunner(new LocalRunner.World(
                world.time(), world.transports().get(), sources, session.redactor(), world.temporary()));
    }
}
