package dev.tokenport.temporal;

import dev.tokenport.temporal.message.EndingReply;
import dev.tokenport.temporal.message.RenewalCall;
import dev.tokenport.temporal.message.RenewalReply;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.temporal.message.TaskReply;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** How a run asks workers. Deterministic. */
final class Activities {

    /** Longer than any task: whether its worker lives is told by heartbeats. */
    private static final Duration LONGEST_TASK = Duration.ofDays(365);

    /** What follows the name of a queue in that of its renewals: a task that waits for one must not keep it waiting. */
    private static final String RENEWALS = ":renewals";

    private static final int ATTEMPTS = 20;
    private static final Duration RENEWAL_TIME = Duration.ofMinutes(2);
    private static final Duration ENDING_TIME = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a worker may be silent that does anything but a task: one that is cut off must not keep a run waiting. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private Activities() {}

    /** The queue of the renewals of those tasks that are taken from a queue. */
    static String renewals(String queue) {
        return queue + RENEWALS;
    }

    /** The queue from which a task of this run is taken. */
    private static String queue(TaskDefinition task) {
        String named = task.queue();
        return named == null ? Workflow.getInfo().getTaskQueue() : named;
    }

    /** Has a task executed; one that may not be repeated once at the most. */
    static Promise<TaskReply> execute(TaskDefinition task, Duration heartbeat, TaskCall call) {
        var options = ActivityOptions.newBuilder()
                .setTaskQueue(queue(task))
                .setStartToCloseTimeout(LONGEST_TASK)
                .setHeartbeatTimeout(heartbeat)
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setMaximumAttempts(task.repeatable() ? ATTEMPTS : 1)
                        .setMaximumInterval(Duration.ofMinutes(1))
                        .build())
                .build();
        return Workflow.newUntypedActivityStub(options).executeAsync(TaskActivities.TASK, TaskReply.class, call);
    }

    /** Has a task replace a secret, where its credentials are. */
    static RenewalReply renew(RenewalCall call) {
        var options = ActivityOptions.newBuilder()
                .setTaskQueue(renewals(queue(call.call().task())))
                .setStartToCloseTimeout(RENEWAL_TIME)
                .setHeartbeatTimeout(SILENCE)
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(5).build())
                .build();
        return Workflow.newUntypedActivityStub(options).execute(TaskActivities.RENEW, RenewalReply.class, call);
    }

    /**
     * Has a worker do what is left there.
     *
     * @throws ActivityFailure if it does not answer in time
     */
    static EndingReply end(String queue, String run) {
        var options = ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setScheduleToStartTimeout(PATIENCE)
                .setStartToCloseTimeout(ENDING_TIME)
                .setHeartbeatTimeout(SILENCE)
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build();
        return Workflow.newUntypedActivityStub(options).execute(TaskActivities.END, EndingReply.class, run);
    }

    /** Removes what was stored, as far as that goes: it must not keep a run from ending. */
    static void remove(String run) {
        var options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(ENDING_TIME)
                .setHeartbeatTimeout(SILENCE)
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(3).build())
                .build();
        try {
            Workflow.newUntypedActivityStub(options).execute(TaskActivities.REMOVE, Void.class, run);
        } catch (ActivityFailure e) {
            Workflow.getLogger(Activities.class).warn("what was stored for the run {} could not be removed", run);
        }
    }
}
