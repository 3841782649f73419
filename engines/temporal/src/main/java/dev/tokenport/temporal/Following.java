package dev.tokenport.temporal;

import com.google.protobuf.ByteString;
import dev.tokenport.http.TimeSource;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.run.RunReport;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run to its end: the server answers when something has happened, and is asked for what tasks are doing in the
 * meantime. For one thread.
 */
final class Following implements FollowedRun {

    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Asking what tasks are doing takes no more than this part of the time. */
    private static final long SHARE = 5;

    private final Histories histories;
    private final TimeSource time;
    private final String id;
    private final RunHistory history;
    private final WaitNotices notices;
    private String run;
    private ByteString token = ByteString.EMPTY;
    private @Nullable Future<GetWorkflowExecutionHistoryResponse> asked;
    /** Whether the server tells what happens next, as the one for tests does not: it is asked again and again. */
    private boolean tells = true;

    /** Follows the run of this id from its execution that the engine calls {@code run}. */
    Following(Histories histories, TimeSource time, String id, String run, RunHistory history) {
        this.histories = histories;
        this.time = time;
        this.id = id;
        this.run = run;
        this.history = history;
        this.notices = new WaitNotices(histories, time);
    }

    @Override
    public RunReport toTheEnd() throws EngineException, InterruptedException {
        long pause = SHORTEST_MILLIS;
        long heard = time.nanoTime();
        try {
            while (!history.isClosed()) {
                long before = history.last();
                long spent = 0;
                try {
                    if (!isTold(pause)) {
                        long begin = time.nanoTime();
                        look();
                        spent = TimeUnit.NANOSECONDS.toMillis(time.nanoTime() - begin);
                    }
                    heard = time.nanoTime();
                } catch (EngineException e) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("nobody waits for the run any more");
                    }
                    // A server that is started anew goes on with its runs; whoever follows them does, too.
                    if (!Histories.mayPass(e) || time.nanoTime() - heard > PATIENCE.toNanos()) {
                        throw e;
                    }
                    time.sleep(Duration.ofMillis(pause));
                }
                pause = history.last() == before ? Math.min(2 * pause, LONGEST_MILLIS) : SHORTEST_MILLIS;
                pause = Math.max(pause, SHARE * spent);
                goOn();
            }
        } finally {
            forget();
        }
        return history.account().report();
    }

    /** Waits for what happens next, for so long; whether something has. */
    private boolean isTold(long millis) throws EngineException, InterruptedException {
        if (!tells) {
            time.sleep(Duration.ofMillis(millis));
            return false;
        }
        Future<GetWorkflowExecutionHistoryResponse> answer = asked;
        if (answer == null) {
            answer = histories.next(id, run, token);
            asked = answer;
        }
        try {
            GetWorkflowExecutionHistoryResponse page = answer.get(millis, TimeUnit.MILLISECONDS);
            asked = null;
            token = page.getNextPageToken();
            List<HistoryEvent> events = page.getHistory().getEventsList();
            if (!events.isEmpty() && history.follows(events.get(0))) {
                histories.take(id, page, history);
                return true;
            }
            return false;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            forget();
            if (e.getCause() instanceof StatusRuntimeException status) {
                if (status.getStatus().getCode() == Status.Code.UNKNOWN) {
                    tells = false;
                    return false;
                }
                throw Histories.failure(id, status);
            }
            throw new EngineException("Temporal does not tell of the run '" + id + "': " + e.getCause(), e);
        }
    }

    /** Asks what tasks are doing, and reads what has not been told. */
    private void look() throws EngineException {
        DescribeWorkflowExecutionResponse now = histories.describe(id, run);
        if (now.getWorkflowExecutionInfo().getHistoryLength() > history.last()) {
            histories.read(id, run, history);
        }
        now.getPendingActivitiesList().forEach(this::tell);
        notices.look(now, history);
    }

    private void tell(PendingActivityInfo activity) {
        if (activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED) {
            history.task(activity.getActivityId())
                    .ifPresent(task -> history.account().doing(task, histories.text(activity.getHeartbeatDetails())));
        }
    }

    /** Where the run goes on in another execution, that one is followed. */
    private void goOn() {
        if (!history.successor().isEmpty()) {
            run = history.successor();
            history.turnPage();
            forget();
        }
    }

    private void forget() {
        if (asked != null) {
            asked.cancel(true);
            asked = null;
        }
        token = ByteString.EMPTY;
    }
}
