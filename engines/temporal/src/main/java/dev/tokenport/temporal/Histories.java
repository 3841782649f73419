package dev.tokenport.temporal;

import com.google.protobuf.ByteString;
import dev.tokenport.workflow.engine.EngineException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.serviceclient.MetricsTag;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** What Temporal tells of runs, each of which is a chain of executions with a history each. Thread-safe. */
final class Histories {

    private static final Set<Status.Code> PASSING =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);

    private final Connected connected;

    Histories(Connected connected) {
        this.connected = connected;
    }

    /**
     * The engine's own id of the first execution of a run whose history is kept. It stays the same when the run's id is given
     * again.
     */
    String first(String id) throws EngineException {
        String run = describe(id, "").getWorkflowExecutionInfo().getExecution().getRunId();
        String first = firstOf(id, run).orElseThrow(() -> new EngineException("there is no run '" + id + "'"));
        if (!first.equals(run) && firstOf(id, first).isPresent()) {
            return first;
        }
        for (String before = before(id, run);
                !before.isEmpty() && firstOf(id, before).isPresent();
                before = before(id, run)) {
            run = before;
        }
        return run;
    }

    /** The id of the execution that an execution says was the first; nothing if its history is not kept. */
    private Optional<String> firstOf(String id, String run) throws EngineException {
        try {
            return Optional.of(beginning(id, run)
                    .getHistory()
                    .getEvents(0)
                    .getWorkflowExecutionStartedEventAttributes()
                    .getFirstExecutionRunId());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure(id, e);
        }
    }

    private String before(String id, String run) throws EngineException {
        try {
            return beginning(id, run)
                    .getHistory()
                    .getEvents(0)
                    .getWorkflowExecutionStartedEventAttributes()
                    .getContinuedExecutionRunId();
        } catch (StatusRuntimeException e) {
            throw failure(id, e);
        }
    }

    private GetWorkflowExecutionHistoryResponse beginning(String id, String run) {
        return connected
                .stubs()
                .blockingStub()
                .getWorkflowExecutionHistory(
                        asked(id, run, ByteString.EMPTY).setMaximumPageSize(1).build());
    }

    /** What the engine says of an execution now; without its id, of the last one. */
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
            throw failure(id, e);
        }
    }

    /** Reads what has been added to the history of an execution. */
    void read(String id, String run, RunHistory history) throws EngineException {
        ByteString next = ByteString.EMPTY;
        try {
            do {
                GetWorkflowExecutionHistoryResponse page = connected
                        .stubs()
                        .blockingStub()
                        .getWorkflowExecutionHistory(asked(id, run, next).build());
                take(id, page, history);
                next = page.getNextPageToken();
            } while (!next.isEmpty());
        } catch (StatusRuntimeException e) {
            throw failure(id, e);
        }
    }

    /** Has a page read. */
    void take(String id, GetWorkflowExecutionHistoryResponse page, RunHistory history) throws EngineException {
        try {
            page.getHistory().getEventsList().forEach(history::read);
        } catch (DataConverterException | PayloadCodecException e) {
            throw new EngineException("the run '" + id + "' cannot be read: " + reason(e), e);
        }
    }

    /**
     * The page with what is added next to the history of an execution, once something is.
     *
     * @param token what the page before said, empty for the first
     */
    Future<GetWorkflowExecutionHistoryResponse> next(String id, String run, ByteString token) {
        return connected
                .stubs()
                .futureStub()
                .withOption(MetricsTag.HISTORY_LONG_POLL_CALL_OPTIONS_KEY, true)
                .getWorkflowExecutionHistory(
                        asked(id, run, token).setWaitNewEvent(true).build());
    }

    private GetWorkflowExecutionHistoryRequest.Builder asked(String id, String run, ByteString token) {
        return GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(connected.namespace())
                .setExecution(execution(id, run))
                .setNextPageToken(token);
    }

    /** The text that a task has sent with a heartbeat; none, if there was none. */
    String text(Payloads details) {
        return details.getPayloadsCount() == 0
                ? ""
                : connected.data().fromPayloads(0, Optional.of(details), String.class, String.class);
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

    private static WorkflowExecution execution(String id, String run) {
        return WorkflowExecution.newBuilder().setWorkflowId(id).setRunId(run).build();
    }

    /** Whether a later question may have an answer. */
    static boolean mayPass(EngineException e) {
        return e.getCause() instanceof StatusRuntimeException status
                && PASSING.contains(status.getStatus().getCode());
    }

    /** What a refusal means. */
    static EngineException failure(String id, StatusRuntimeException e) {
        return e.getStatus().getCode() == Status.Code.NOT_FOUND
                ? new EngineException("there is no run '" + id + "'", e)
                : new EngineException("Temporal does not tell of the run '" + id + "': " + reason(e), e);
    }

    /** What the engine says. */
    static String reason(RuntimeException e) {
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
}
