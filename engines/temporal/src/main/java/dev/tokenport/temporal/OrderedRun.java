package dev.tokenport.temporal;

import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.RunClosing;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.SentSettings;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The workflow of every run. Deterministic: it knows its order and the answers of workers, and nothing of operators. */
final class OrderedRun implements RunWorkflow {

    private @Nullable RunCourse course;

    @Override
    public RunClosing run(SentOrder order) {
        if (order.version() > RunOrder.VERSION) {
            // No failure of the engine's: it fails this step, which is tried again by another worker, and not the run.
            throw new IllegalStateException("the run was ordered in version " + order.version()
                    + ", and this worker knows " + RunOrder.VERSION + "; it is left to other workers");
        }
        var begun = new RunCourse(order);
        course = begun;
        return begun.toItsEnd();
    }

    @Override
    public SentSettings renew(Renewal renewal) {
        Workflow.await(() -> course != null);
        RunCourse begun = course;
        if (begun == null) {
            throw new IllegalStateException("the run has not begun");
        }
        return begun.renewals().renew(renewal);
    }
}
