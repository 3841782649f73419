package dev.tokenport.temporal;

import dev.tokenport.http.TimeSource;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says of a run that is followed what has been waiting for a worker for a while, each once. For one thread. */
final class WaitNotices {

    /** A worker that is there and has time takes a task within milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long TOLD = Long.MAX_VALUE;

    private final Histories histories;
    private final TimeSource time;
    private final Map<Awaited, Long> due = new HashMap<>();

    WaitNotices(Histories histories, TimeSource time) {
        this.histories = histories;
        this.time = time;
    }

    /** Says it, as the engine tells of the run now. */
    void look(DescribeWorkflowExecutionResponse now, RunHistory history) {
        List<Awaited> awaited = Awaited.in(now, history, time.now());
        due.keySet().retainAll(awaited);
        for (Awaited each : awaited) {
            long since = due.computeIfAbsent(each, key -> time.nanoTime());
            if (since != TOLD && time.nanoTime() - since >= PATIENCE.toNanos()) {
                due.put(each, TOLD);
                history.account().waits(histories.line(each));
            }
        }
    }
}
