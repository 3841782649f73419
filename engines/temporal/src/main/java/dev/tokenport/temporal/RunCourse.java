package dev.tokenport.temporal;

import dev.tokenport.temporal.message.RunClosing;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.SentProgress;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskReply;
import dev.tokenport.workflow.semantics.Dataflow;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.RunState;
import dev.tokenport.workflow.semantics.TaskStatus;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes, within its workflow: which task starts when, and what becomes of it. When its history has become long, it
 * starts nothing more until what is at work has ended, and goes on in a history of its own. Deterministic.
 */
final class RunCourse {

    private final SentOrder sent;
    private final RunOrder order;
    private final Dataflow flow;
    private final RunState state;
    private final Outputs outputs;
    private final Leftovers leftovers;
    private final RunRenewals renewals;
    private final HistoryBudget budget;
    private final Queue<Integer> ready = new PriorityQueue<>();
    private final Queue<Ended> ended = new ArrayDeque<>();
    private int running;
    private @Nullable SentOrder successor;
    private @Nullable String error;

    /** What has come back of a task: an answer, or why there is none. */
    private record Ended(
            int task, @Nullable TaskReply reply, @Nullable RuntimeException failure) {}

    RunCourse(SentOrder sent) {
        this.sent = sent;
        this.order = sent.order();
        this.flow = order.flow();
        this.state = sent.reached()
                .map(progress -> RunState.resumed(flow, progress.done()))
                .orElseGet(() -> new RunState(flow));
        this.outputs = new Outputs(Workflow.getInfo().getFirstExecutionRunId(), order, flow, sent.reached());
        this.leftovers = new Leftovers(outputs.run(), sent.reached());
        this.renewals = new RunRenewals(outputs, leftovers, sent.reached());
        this.budget = new HistoryBudget(sent.bounds());
    }

    RunRenewals renewals() {
        return renewals;
    }

    /** What the run says at its end; it ends with a failure if a task has failed or it was cancelled. */
    RunClosing toItsEnd() {
        CancellationScope tasks = Workflow.newCancellationScope(this::work);
        try {
            tasks.run();
        } catch (CanceledFailure e) {
            state.cancel();
        }
        if (successor != null && !state.ended()) {
            Workflow.continueAsNew(successor);
        }
        if (state.ended()) {
            tasks.cancel();
        }
        Workflow.newDetachedCancellationScope(this::finish).run();
        RunClosing closing = closing();
        if (CancellationScope.current().isCancelRequested()) {
            // The event at the end of a workflow that was cancelled has no place for it.
            Workflow.upsertMemo(Map.of(RunWorkflow.CLOSING, closing));
        }
        if (closing.outcome() == RunOutcome.CANCELLED) {
            throw new CanceledFailure("the run was cancelled");
        }
        if (closing.outcome() == RunOutcome.FAILED) {
            throw ApplicationFailure.newBuilder()
                    .setMessage(String.valueOf(error))
                    .setType(RunWorkflow.FAILED)
                    .setNonRetryable(true)
                    .setDetails(closing)
                    .build();
        }
        return closing;
    }

    private void work() {
        ready.addAll(state.readyAtStart());
        while (!state.over() && successor == null) {
            startReady();
            if (running == 0 && ended.isEmpty() && budget.isSpent(running)) {
                Workflow.await(Workflow::isEveryHandlerFinished);
                handOn();
            } else {
                Workflow.await(() -> !ended.isEmpty());
                settle();
            }
        }
    }

    private void handOn() {
        var needed = StillNeeded.of(order, flow, state.done(), outputs::given);
        var progress = new SentProgress(
                sent.reached()
                        .map(SentProgress::started)
                        .orElseGet(() -> Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis())),
                SentProgress.text(state.done()),
                outputs.attempts(needed),
                outputs.given(needed),
                renewals.counts(),
                leftovers.left(),
                outputs.stores());
        if (progress.weight() > OrderLimits.PROGRESS) {
            budget.lift();
        } else {
            successor = sent.at(progress);
        }
    }

    private void finish() {
        Workflow.await(() -> running == 0 && Workflow.isEveryHandlerFinished());
        settle();
        leftovers.end();
        outputs.remove();
    }

    private void startReady() {
        while (!ready.isEmpty() && running < order.parallel() && !budget.isSpent(running)) {
            int task = ready.remove();
            if (state.begin(task)) {
                running++;
                TaskCall call = outputs.call(task);
                outputs.begin(call);
                Activities.execute(order.tasks().get(task), order.heartbeat(), call)
                        .handle((reply, failure) -> {
                            running--;
                            ended.add(new Ended(task, reply, failure));
                            return task;
                        });
                budget.add(call);
                settle();
            }
        }
    }

    private void settle() {
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            TaskReply reply = next.reply();
            if (reply != null) {
                leftovers.add(reply.record().id(), reply.leftAt());
                if (reply.record().status() == TaskStatus.DONE) {
                    outputs.add(next.task(), reply);
                    ready.addAll(state.finish(next.task()));
                }
            } else if (next.failure() != null) {
                settle(next.task(), TaskFailure.of(order.tasks().get(next.task()), next.failure()));
            }
        }
    }

    private void settle(int task, TaskFailure failure) {
        leftovers.add(order.tasks().get(task).id(), failure.leftAt());
        if (!failure.cancelled() && state.fail(task)) {
            error = failure.message();
            if (sent.searchable()) {
                RunAttributes.failed(order.tasks().get(task).id());
            }
        }
    }

    private RunClosing closing() {
        List<TaskStatus> statuses = new ArrayList<>(flow.size());
        for (int task = 0; task < flow.size(); task++) {
            statuses.add(state.status(task));
        }
        return new RunClosing(state.outcome(), statuses, error, renewals.counts(), leftovers.notes());
    }
}
