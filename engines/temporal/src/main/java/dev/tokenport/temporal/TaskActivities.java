package dev.tokenport.temporal;

import dev.tokenport.temporal.message.EndingReply;
import dev.tokenport.temporal.message.RenewalCall;
import dev.tokenport.temporal.message.RenewalReply;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskReply;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What workers do for a run. */
@ActivityInterface
public interface TaskActivities {

    /** The name of {@link #execute}. */
    String TASK = "task";

    /** The name of {@link #renew}. */
    String RENEW = "renew";

    /** The name of {@link #end}. */
    String END = "end";

    /** The name of {@link #remove}. */
    String REMOVE = "remove";

    /** The type of the failure of a task that raised an error; its details are a {@link dev.tokenport.workflow.run.TaskRecord}. */
    String FAILED = "tokenport.TaskFailed";

    /** The type of the failure of a task whose worker cannot begin it. */
    String NOT_BEGUN = "tokenport.NotBegun";

    /** The type of the failure of a task whose worker was stopped. */
    String STOPPED = "tokenport.WorkerStopped";

    /** The type of the failure of a task that gives more to config ports than the engine keeps. */
    String TOO_LARGE = "tokenport.TooLarge";

    /** The type of the failure of a task for which nothing can be read from the store, or written to it. */
    String STORE = "tokenport.Store";

    /** Executes a task. */
    @ActivityMethod(name = TASK)
    TaskReply execute(TaskCall call);

    /** Has a task replace a secret that it gave. */
    @ActivityMethod(name = RENEW)
    RenewalReply renew(RenewalCall call);

    /** Does what is left at a worker at the end of a run. */
    @ActivityMethod(name = END)
    EndingReply end(String run);

    /** Removes what was stored for a run. */
    @ActivityMethod(name = REMOVE)
    void remove(String run);
}
