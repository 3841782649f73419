package dev.tokenport.temporal;

import com.google.protobuf.util.Timestamps;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something for which a worker is awaited. Prints as a clause. Immutable.
 *
 * @param what what waits, as people call it
 * @param task the id of the task that waits for its own turn; empty for anything else
 * @param queue the queue of which a worker is awaited
 * @param type what the worker is to do
 */
record Awaited(String what, String task, String queue, TaskQueueType type) {

    /**
     * What a run waits for.
     *
     * @param now what the engine says of it
     * @param history what has been read of it
     * @param when the time
     */
    static List<Awaited> in(DescribeWorkflowExecutionResponse now, RunHistory history, Instant when) {
        String queue = now.getExecutionConfig().getTaskQueue().getName();
        List<Awaited> all = new ArrayList<>();
        if (history.isToGoOn()) {
            all.add(new Awaited("the run", "", queue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW));
        }
        for (PendingActivityInfo activity : now.getPendingActivitiesList()) {
            if (isScheduled(activity, when)) {
                of(activity, history, queue).ifPresent(all::add);
            }
        }
        return all;
    }

    /** An attempt whose time has not come waits for that time. */
    private static boolean isScheduled(PendingActivityInfo activity, Instant when) {
        return activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED
                && Timestamps.toMillis(activity.getScheduledTime()) <= when.toEpochMilli()
                && Timestamps.toMillis(activity.getNextAttemptScheduleTime()) <= when.toEpochMilli();
    }

    private static Optional<Awaited> of(PendingActivityInfo activity, RunHistory history, String queue) {
        String id = activity.getActivityId();
        return history.task(id)
                .map(task -> new Awaited(
                        "task '" + task + "'", task, history.queue(task).orElse(queue)))
                .or(() -> history.renewal(id)
                        .map(task -> new Awaited(
                                "a new secret of task '" + task + "'",
                                "",
                                history.queue(task).orElse(queue))));
    }

    private Awaited(String what, String task, String queue) {
        this(what, task, queue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY);
    }

    @Override
    public String toString() {
        return what + " waits for a worker of the queue '" + queue + "'";
    }
}
