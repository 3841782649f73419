package dev.tokenport.temporal;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.temporal.message.EndingReply;
import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.RenewalCall;
import dev.tokenport.temporal.message.RenewalReply;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskReply;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.Given;
import dev.tokenport.workflow.run.RunSite;
import dev.tokenport.workflow.run.TaskOrder;
import dev.tokenport.workflow.run.TaskOutcome;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.semantics.TaskStatus;
import dev.tokenport.workflow.store.EntityStore;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what runs ask of this worker. Thread-safe. */
final class TaskWorker implements TaskActivities {

    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final WorkflowClient client;
    private final WorkerSettings settings;
    private final String ownQueue;
    private final ScheduledExecutorService ticker;
    private final Sites sites;

    /**
     * A worker.
     *
     * @param ownQueue the queue of which no other worker takes anything
     * @param ticker for heartbeats, and for what is to be forgotten
     */
    TaskWorker(WorkflowClient client, WorkerSettings settings, String ownQueue, ScheduledExecutorService ticker) {
        this.client = client;
        this.settings = settings;
        this.ownQueue = ownQueue;
        this.ticker = ticker;
        this.sites = new Sites(settings.world(), settings.folder());
        // A worker of which nobody wants anything more has secrets to forget, too.
        var unused =
                ticker.scheduleWithFixedDelay(sites::dropOld, SWEEP.toMinutes(), SWEEP.toMinutes(), TimeUnit.MINUTES);
    }

    @Override
    @SuppressWarnings("try") // what is stored is held while the task is at work; nobody calls the hold
    public TaskReply execute(TaskCall call) {
        TaskOrder order = order(call);
        try (Sites.Use use = sites.use(call);
                EntityStore.Hold hold = hold(call.run())) {
            return execute(call, order, use.site());
        }
    }

    private TaskReply execute(TaskCall call, TaskOrder order, RunSite site) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        try (Heartbeat heartbeat = Heartbeat.of(context, ticker)) {
            var host = new WorkerHost(client, context.getInfo(), call, settings.store(), Optional.of(heartbeat));
            TaskOutcome outcome = site.execute(order, host);
            return answer(call, outcome, context.getInfo().getAttempt(), leftAt(site), heartbeat);
        } catch (IOException e) {
            throw ApplicationFailure.newFailure(site.shown(String.valueOf(e.getMessage())), STORE);
        }
    }

    private EntityStore.Hold hold(String run) {
        return settings.store().map(store -> store.hold(run)).orElse(() -> {});
    }

    private @Nullable String leftAt(RunSite site) {
        return site.leavesSomething() ? ownQueue : null;
    }

    private static TaskReply answer(
            TaskCall call, TaskOutcome outcome, int attempt, @Nullable String leftAt, Heartbeat heartbeat) {
        TaskStatus status = outcome.record().status();
        if (status == TaskStatus.FAILED) {
            throw ApplicationFailure.newBuilder()
                    .setMessage(outcome.record().error().orElse(""))
                    .setType(FAILED)
                    .setNonRetryable(true)
                    .setCategory(ApplicationErrorCategory.BENIGN)
                    .setDetails(outcome.record(), leftAt)
                    .build();
        }
        if (status == TaskStatus.CANCELLED && !heartbeat.isCancelled()) {
            throw ApplicationFailure.newFailure("its worker was stopped while it was at work", STOPPED);
        }
        Map<String, SentSettings> given = new LinkedHashMap<>();
        String rejects = OutputPort.REJECTS.name(call.task().id());
        if (call.handover() != Handover.DRAINED
                && call.isTakenAsSettings(call.task().id())) {
            given.put(call.task().id(), SentSettings.of(outcome.given()));
        }
        if (call.rejectsTaken() && call.isTakenAsSettings(rejects)) {
            given.put(rejects, SentSettings.of(Given.of(outcome.firstReject())));
        }
        requireFitting(given);
        return new TaskReply(outcome.record(), given, attempt, leftAt);
    }

    private static void requireFitting(Map<String, SentSettings> given) {
        long weight = given.values().stream().mapToLong(SentSettings::weight).sum();
        if (weight > OrderLimits.CALL) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "what it gives to config ports, its first entity, has " + OrderLimits.kilobytes(weight) + ", and "
                            + OrderLimits.kilobytes(OrderLimits.CALL) + " is the most that goes through Temporal",
                    TOO_LARGE);
        }
    }

    @Override
    @SuppressWarnings("try") // it beats by itself
    public RenewalReply renew(RenewalCall call) {
        TaskOrder order = order(call.call());
        try (Heartbeat heartbeat = heartbeat();
                Sites.Use use = sites.use(call.call())) {
            return renew(call, order, use.site());
        }
    }

    private RenewalReply renew(RenewalCall call, TaskOrder order, RunSite site) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        var host = new WorkerHost(client, context.getInfo(), call.call(), settings.store(), Optional.empty());
        Entity before = call.before().entity();
        Secret secret = Secret.of(call.renewal().secret());
        try {
            Given now = call.renewal().reason() == Renewal.Reason.REFUSED
                    ? site.renew(order, before, secret, host)
                    : site.successor(order, before, secret, host);
            return new RenewalReply(SentSettings.of(now), leftAt(site));
        } catch (OperatorException e) {
            throw ApplicationFailure.newBuilder()
                    .setMessage(site.shown(String.valueOf(e.getMessage())))
                    .setType(FAILED)
                    .setNonRetryable(true)
                    .setCategory(ApplicationErrorCategory.BENIGN)
                    .build();
        } catch (InterruptedException e) {
            throw ApplicationFailure.newFailure("its worker was stopped while it was at work", STOPPED);
        }
    }

    private TaskOrder order(TaskCall call) {
        Operator<?> operator = settings.operators()
                .find(call.task().operator())
                .orElseThrow(() -> ApplicationFailure.newNonRetryableFailure(
                        "its worker has no operator '" + call.task().operator() + "'; install the plugin there",
                        NOT_BEGUN));
        Map<String, Given> given = call.given().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().given()));
        return new TaskOrder(
                call.file(),
                task(call),
                operator,
                call.task().takesEntities(),
                call.handover(),
                call.rejectsTaken(),
                call.connections(),
                call.rejectConnections(),
                given);
    }

    private Task task(TaskCall call) {
        try {
            return WorkflowFile.parse(call.task().text(), call.file(), settings.folder())
                    .tasks()
                    .values()
                    .iterator()
                    .next();
        } catch (WorkflowException e) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "its worker is of another version, and cannot read the task: "
                            + e.problems().get(0).message(),
                    NOT_BEGUN);
        }
    }

    private Heartbeat heartbeat() {
        return Heartbeat.of(Activity.getExecutionContext(), ticker);
    }

    @Override
    @SuppressWarnings("try") // it beats by itself
    public EndingReply end(String run) {
        try (Heartbeat heartbeat = heartbeat()) {
            return new EndingReply(sites.end(run));
        }
    }

    @Override
    @SuppressWarnings("try") // it beats by itself
    public void remove(String run) {
        if (settings.store().isPresent()) {
            try (Heartbeat heartbeat = heartbeat()) {
                settings.store().get().remove(run);
            } catch (IOException e) {
                throw ApplicationFailure.newFailure(String.valueOf(e.getMessage()), STORE);
            }
        }
    }
}
