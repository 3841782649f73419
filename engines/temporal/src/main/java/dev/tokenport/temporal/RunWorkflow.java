package dev.tokenport.temporal;

import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.RunClosing;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.SentSettings;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A run, as the one type of workflow that there is. */
@WorkflowInterface
public interface RunWorkflow {

    /** The name of the type. */
    String TYPE = "tokenport";

    /** The type of the failure that a run ends with when a task of it has failed; its details are a {@link RunClosing}. */
    String FAILED = "tokenport.RunFailed";

    /** The field of the memo with the {@link RunClosing} of a run that somebody has cancelled. */
    String CLOSING = "closing";

    /** Runs the tasks of an order. */
    @WorkflowMethod(name = TYPE)
    RunClosing run(SentOrder order);

    /** What a task gives in the place of a secret. */
    @UpdateMethod(name = "renew")
    SentSettings renew(Renewal renewal);
}
