package dev.tokenport.temporal;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.tokenport.temporal.message.RenewalCall;
import dev.tokenport.temporal.message.RunClosing;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskReply;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.TaskRecord;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of a run, each once, into an account of it: one execution after the other, where it went on in another. For
 * one thread.
 */
final class RunHistory {

    private final DataConverter data;
    private final RunListener listener;
    private final Map<Long, String> scheduled = new HashMap<>();
    private final Map<String, String> activities = new HashMap<>();
    private final Map<String, String> renewals = new HashMap<>();
    private @Nullable RunAccount account;
    private @Nullable RunClosing closing;
    private boolean toGoOn;
    private String successor = "";
    private long last;

    RunHistory(DataConverter data, RunListener listener) {
        this.data = data;
        this.listener = listener;
    }

    /** What is known of the run; there is something to know once its first event has been read. */
    RunAccount account() {
        RunAccount known = account;
        if (known == null) {
            throw new IllegalStateException("nothing has been read");
        }
        return known;
    }

    /** Whether the run has ended. */
    boolean isClosed() {
        return account != null && account.isClosed();
    }

    /** The number of the last event that was read, of the execution that is read. */
    long last() {
        return last;
    }

    /** Whether a worker is to go on with the run, and none has begun to. */
    boolean isToGoOn() {
        return toGoOn;
    }

    /** The task that is executed by an activity of this id, if any is. */
    Optional<String> task(String activity) {
        return Optional.ofNullable(activities.get(activity));
    }

    /** The queue that a task names, if it does. */
    Optional<String> queue(String task) {
        return Optional.ofNullable(account().definition(task).queue());
    }

    /** The task whose secret is replaced by an activity of this id, if any is. */
    Optional<String> renewal(String activity) {
        return Optional.ofNullable(renewals.get(activity));
    }

    /** The engine's id of the execution in which the run goes on; empty, if there is none. */
    String successor() {
        return successor;
    }

    /** Has the events of the successor read from now on. */
    void turnPage() {
        successor = "";
        last = 0;
        scheduled.clear();
        activities.clear();
        renewals.clear();
    }

    /** Whether an event is the next one, or has been read. */
    boolean follows(HistoryEvent event) {
        return event.getEventId() <= last + 1;
    }

    /** Reads an event, unless it has been read. */
    void read(HistoryEvent event) {
        if (event.getEventId() > last) {
            last = event.getEventId();
            toGoOn = event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED;
            take(event);
        }
    }

    private void take(HistoryEvent event) {
        Instant when = instant(event.getEventTime());
        switch (event.getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED ->
                begun(event.getWorkflowExecutionStartedEventAttributes().getInput(), when);
            case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED -> scheduled(event);
            case EVENT_TYPE_ACTIVITY_TASK_COMPLETED -> completed(event);
            case EVENT_TYPE_ACTIVITY_TASK_FAILED -> failed(event);
            case EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED -> modified(event);
            case EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW ->
                successor = event.getWorkflowExecutionContinuedAsNewEventAttributes()
                        .getNewExecutionRunId();
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED ->
                account()
                        .closed(
                                read(
                                        event.getWorkflowExecutionCompletedEventAttributes()
                                                .getResult(),
                                        RunClosing.class),
                                when);
            case EVENT_TYPE_WORKFLOW_EXECUTION_FAILED ->
                account()
                        .closed(
                                details(
                                        event.getWorkflowExecutionFailedEventAttributes()
                                                .getFailure(),
                                        RunWorkflow.FAILED,
                                        RunClosing.class),
                                when);
            case EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT -> account().closed(closing, when);
            default -> {
                // The engine's own steps.
            }
        }
    }

    private void begun(Payloads input, Instant when) {
        if (account == null) {
            account = new RunAccount(read(input, SentOrder.class), when, listener);
        }
    }

    private void scheduled(HistoryEvent event) {
        var attributes = event.getActivityTaskScheduledEventAttributes();
        if (attributes.getActivityType().getName().equals(TaskActivities.TASK)) {
            String task = read(attributes.getInput(), TaskCall.class).task().id();
            scheduled.put(event.getEventId(), task);
            activities.put(attributes.getActivityId(), task);
        } else if (attributes.getActivityType().getName().equals(TaskActivities.RENEW)) {
            renewals.put(
                    attributes.getActivityId(),
                    read(attributes.getInput(), RenewalCall.class).call().task().id());
        }
    }

    private void completed(HistoryEvent event) {
        var attributes = event.getActivityTaskCompletedEventAttributes();
        if (scheduled.containsKey(attributes.getScheduledEventId())) {
            account().ended(read(attributes.getResult(), TaskReply.class).record());
        }
    }

    private void failed(HistoryEvent event) {
        var attributes = event.getActivityTaskFailedEventAttributes();
        if (scheduled.containsKey(attributes.getScheduledEventId())) {
            TaskRecord record = details(attributes.getFailure(), TaskActivities.FAILED, TaskRecord.class);
            if (record != null) {
                account().ended(record);
            }
        }
    }

    private void modified(HistoryEvent event) {
        Payload memo = event.getWorkflowPropertiesModifiedEventAttributes()
                .getUpsertedMemo()
                .getFieldsMap()
                .get(RunWorkflow.CLOSING);
        if (memo != null) {
            closing = data.fromPayload(memo, RunClosing.class, RunClosing.class);
        }
    }

    private <T> T read(Payloads payloads, Class<T> type) {
        return data.fromPayloads(0, Optional.of(payloads), type, type);
    }

    private <T> @Nullable T details(Failure failure, String type, Class<T> detail) {
        return data.failureToException(failure) instanceof ApplicationFailure raised && type.equals(raised.getType())
                ? raised.getDetails().get(0, detail)
                : null;
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochMilli(Timestamps.toMillis(time));
    }
}
