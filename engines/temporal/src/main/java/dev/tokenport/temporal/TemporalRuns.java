package dev.tokenport.temporal;

import dev.tokenport.http.TimeSource;
import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.RunProgress;
import dev.tokenport.workflow.run.RunListener;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The runs that Temporal keeps. Thread-safe. */
final class TemporalRuns implements RemoteRuns {

    private static final Set<WorkflowExecutionStatus> OPEN = EnumSet.of(
            WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
            WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW);

    private final Connected connected;
    private final String queue;
    private final TimeSource time;
    private final HistoryBounds bounds;
    private final Histories histories;

    /**
     * Runs.
     *
     * @param queue the queue of those that are started
     * @param bounds when those that are started go on in another history
     */
    TemporalRuns(Connected connected, String queue, TimeSource time, HistoryBounds bounds) {
        this.connected = connected;
        this.queue = queue;
        this.time = time;
        this.bounds = bounds;
        this.histories = new Histories(connected);
    }

    @Override
    public void start(RemoteRun run) throws EngineException {
        RunAttributes attributes = RunAttributes.of(connected);
        RunOrder order = Orders.of(run);
        SentOrder sent = SentOrder.of(order, bounds, attributes.tellsFailures());
        OrderLimits.check(order, sent);
        var options = WorkflowOptions.newBuilder()
                .setWorkflowId(run.id())
                .setTaskQueue(queue)
                .setTypedSearchAttributes(attributes.of(order.workflow()))
                .setStaticSummary(order.workflow())
                .setStaticDetails(order.file() + ", " + order.tasks().size() + " tasks")
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .build();
        try {
            var unused = connected
                    .client()
                    .newUntypedWorkflowStub(RunWorkflow.TYPE, options)
                    .start(sent);
        } catch (WorkflowExecutionAlreadyStarted e) {
            throw new EngineException("there is a run '" + run.id() + "' already; choose another --id", e);
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new EngineException("Temporal does not take the run: " + Histories.reason(e), e);
        }
    }

    @Override
    public FollowedRun follow(String id, RunListener listener) throws EngineException {
        return new Following(histories, time, id, histories.first(id), new RunHistory(connected.data(), listener));
    }

    @Override
    public RunProgress status(String id) throws EngineException {
        var history = new RunHistory(connected.data(), RunListener.none());
        String run = histories.first(id);
        histories.read(id, run, history);
        while (!history.successor().isEmpty()) {
            run = history.successor();
            history.turnPage();
            histories.read(id, run, history);
        }
        DescribeWorkflowExecutionResponse now = histories.describe(id, run);
        RunAccount account = history.account();
        List<Awaited> awaited = Awaited.in(now, history, time.now());
        Set<String> waiting = awaited.stream().map(Awaited::task).collect(Collectors.toSet());
        var begun = now.getPendingActivitiesList().stream()
                .flatMap(activity -> history.task(activity.getActivityId()).stream())
                .filter(task -> !waiting.contains(task))
                .collect(Collectors.toSet());
        return new RunProgress(
                account.order().workflow(),
                account.outcome(),
                account.ends(),
                begun,
                awaited.stream().map(histories::line).toList(),
                account.order().tasks().size());
    }

    @Override
    public void cancel(String id) throws EngineException {
        var info = histories.describe(id, "").getWorkflowExecutionInfo();
        if (!OPEN.contains(info.getStatus())) {
            throw new EngineException("the run '" + id + "' has ended");
        }
        try {
            connected.client().newUntypedWorkflowStub(id).cancel();
        } catch (WorkflowNotFoundException e) {
            throw new EngineException("the run '" + id + "' has ended", e);
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new EngineException("the run '" + id + "' cannot be cancelled: " + Histories.reason(e), e);
        }
    }

    @Override
    public void close() {
        connected.close();
    }
}
