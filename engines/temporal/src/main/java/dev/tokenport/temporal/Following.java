package dev.tokenport.temporal;

import dev.tokenport.http.TimeSource;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.run.RunReport;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Follows a run to its end. For one thread. */
final class Following implements FollowedRun {

    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Reading takes no more than this part of the time. */
    private static final long SHARE = 5;

    private final TemporalRuns runs;
    private final TimeSource time;
    private final String id;
    private final String run;
    private final RunHistory history;
    private final WaitNotices notices;

    Following(TemporalRuns runs, TimeSource time, String id, String run, RunHistory history) {
        this.runs = runs;
        this.time = time;
        this.id = id;
        this.run = run;
        this.history = history;
        this.notices = new WaitNotices(runs, time);
    }

    @Override
    public RunReport toTheEnd() throws EngineException, InterruptedException {
        long pause = SHORTEST_MILLIS;
        long heard = time.nanoTime();
        while (true) {
            long begin = time.nanoTime();
            long before = history.last();
            try {
                look();
                heard = time.nanoTime();
            } catch (EngineException e) {
                // A server that is started anew goes on with its runs; whoever follows them does, too.
                if (!TemporalRuns.mayPass(e) || time.nanoTime() - heard > PATIENCE.toNanos()) {
                    throw e;
                }
            }
            if (history.last() > 0 && history.account().isClosed()) {
                return history.account().report();
            }
            long spent = TimeUnit.NANOSECONDS.toMillis(time.nanoTime() - begin);
            pause = history.last() > before ? SHORTEST_MILLIS : Math.min(2 * pause, LONGEST_MILLIS);
            time.sleep(Duration.ofMillis(Math.max(pause, SHARE * spent)));
        }
    }

    private void look() throws EngineException {
        DescribeWorkflowExecutionResponse now = runs.describe(id, run);
        if (now.getWorkflowExecutionInfo().getHistoryLength() > history.last() || history.last() == 0) {
            runs.read(id, run, history);
        }
        now.getPendingActivitiesList().forEach(this::tell);
        notices.look(now, history);
    }

    private void tell(PendingActivityInfo activity) {
        if (activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED) {
            history.task(activity.getActivityId())
                    .ifPresent(task -> history.account().doing(task, runs.text(activity.getHeartbeatDetails())));
        }
    }
}
