package dev.tokenport.temporal;

import com.google.protobuf.ByteString;
import dev.tokenport.http.TimeSource;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.RunProgress;
import dev.tokenport.workflow.run.RunListener;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The runs that Temporal keeps. Thread-safe. */
final class TemporalRuns implements RemoteRuns {

    private static final Set<Status.Code> PASSING =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);

    private final Connected connected;
    private final String queue;
    private final TimeSource time;

    TemporalRuns(Connected connected, String queue, TimeSource time) {
        this.connected = connected;
        this.queue = queue;
        this.time = time;
    }

    @Override
    public void start(RemoteRun run) throws EngineException {
        var options = WorkflowOptions.newBuilder()
                .setWorkflowId(run.id())
                .setTaskQueue(queue)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .build();
        try {
            var unused = connected
                    .client()
                    .newUntypedWorkflowStub(RunWorkflow.TYPE, options)
                    .start(Orders.of(run));
        } catch (WorkflowExecutionAlreadyStarted e) {
            throw new EngineException("there is a run '" + run.id() + "' already; choose another --id", e);
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new EngineException("Temporal does not take the run: " + reason(e), e);
        }
    }

    @Override
    public FollowedRun follow(String id, RunListener listener) throws EngineException {
        return new Following(this, time, id, started(id), new RunHistory(connected.data(), listener));
    }

    /** The engine's own id of the run, which stays the same when the name is given again. */
    private String started(String id) throws EngineException {
        return describe(id, "").getWorkflowExecutionInfo().getExecution().getRunId();
    }

    @Override
    public RunProgress status(String id) throws EngineException {
        var history = new RunHistory(connected.data(), RunListener.none());
        String run = started(id);
        read(id, run, history);
        DescribeWorkflowExecutionResponse now = describe(id, run);
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
                awaited.stream().map(this::line).toList(),
                account.order().tasks().size());
    }

    @Override
    public void cancel(String id) throws EngineException {
        var info = describe(id, "").getWorkflowExecutionInfo();
        if (info.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            throw new EngineException("the run '" + id + "' has ended");
        }
        try {
            connected.client().newUntypedWorkflowStub(id).cancel();
        } catch (WorkflowNotFoundException e) {
            throw new EngineException("the run '" + id + "' has ended", e);
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new EngineException("the run '" + id + "' cannot be cancelled: " + reason(e), e);
        }
    }

    /** What waits, and whether there is anybody to wait for. */
    String line(Awaited awaited) {
        return awaited + (isServed(awaited) ? "" : ", and none takes from it");
    }

    /** Whether workers take from the queue. A server that does not tell says nothing against it. */
    private boolean isServed(Awaited awaited) {
        try {
            return connected
                            .stubs()
                            .blockingStub()
                            .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                                    .setNamespace(connected.namespace())
                                    .setTaskQueue(TaskQueue.newBuilder().setName(awaited.queue()))
                                    .setTaskQueueType(awaited.type())
                                    .build())
                            .getPollersCount()
                    > 0;
        } catch (StatusRuntimeException e) {
            return true;
        }
    }

    /** What the engine says of a run now. */
    DescribeWorkflowExecutionResponse describe(String id, String run) throws EngineException {
        try {
            return connected
                    .stubs()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(connected.namespace())
                            .setExecution(execution(id, run))
                            .build());
        } catch (StatusRuntimeException e) {
            throw unknown(id, e);
        }
    }

    /** Reads what has been added to a history. */
    void read(String id, String run, RunHistory history) throws EngineException {
        ByteString next = ByteString.EMPTY;
        try {
            do {
                GetWorkflowExecutionHistoryResponse page = connected
                        .stubs()
                        .blockingStub()
                        .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                                .setNamespace(connected.namespace())
                                .setExecution(execution(id, run))
                                .setNextPageToken(next)
                                .build());
                page.getHistory().getEventsList().forEach(history::read);
                next = page.getNextPageToken();
            } while (!next.isEmpty());
        } catch (StatusRuntimeException e) {
            throw unknown(id, e);
        } catch (DataConverterException | PayloadCodecException e) {
            throw new EngineException("the run '" + id + "' cannot be read: " + reason(e), e);
        }
    }

    /** The text that a task has sent with a heartbeat; none, if there was none. */
    String text(Payloads details) {
        return details.getPayloadsCount() == 0
                ? ""
                : connected.data().fromPayloads(0, Optional.of(details), String.class, String.class);
    }

    private static WorkflowExecution execution(String id, String run) {
        return WorkflowExecution.newBuilder().setWorkflowId(id).setRunId(run).build();
    }

    /** Whether a later question may have an answer. */
    static boolean mayPass(EngineException e) {
        return e.getCause() instanceof StatusRuntimeException status
                && PASSING.contains(status.getStatus().getCode());
    }

    private static EngineException unknown(String id, StatusRuntimeException e) {
        return e.getStatus().getCode() == Status.Code.NOT_FOUND
                ? new EngineException("there is no run '" + id + "'", e)
                : new EngineException("Temporal does not tell of the run '" + id + "': " + reason(e), e);
    }

    private static String reason(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof StatusRuntimeException status) {
                return Optional.ofNullable(status.getStatus().getDescription())
                        .orElse(status.getStatus().getCode().toString());
            }
            if (at instanceof PayloadCodecException) {
                return String.valueOf(at.getMessage());
            }
        }
        return String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        connected.close();
    }
}
