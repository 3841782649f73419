package dev.tokenport.temporal;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.temporal.message.TaskCall;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a run may still add to its history, and how much to it at once. Deterministic. */
final class HistoryBudget {

    /** How many characters of calls go to the server in one message, which takes 4 MB. */
    private static final long BATCH = 1_000_000;

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final @Nullable HistoryBounds bounds;
    private boolean begun;
    private boolean unlimited;
    private long length;
    private long batch;

    /** A budget; without bounds, as runs of version 1 are, there is none. */
    HistoryBudget(@Nullable HistoryBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Whether no task is to start in this history any more. Each starts one, or the run would go nowhere. As long as there is
     * room, the engine's own advice is only followed where it costs nothing: no task is at work.
     */
    boolean isSpent(int running) {
        if (bounds == null || unlimited || !begun) {
            return false;
        }
        WorkflowInfo info = Workflow.getInfo();
        return info.getHistoryLength() >= bounds.events()
                || info.getHistorySize() >= bounds.octets()
                || (running == 0 && info.isContinueAsNewSuggested());
    }

    /** The run has to get by with this history. */
    void lift() {
        unlimited = true;
    }

    /** A task is started; what is sent so far goes to the server if it is as much as a message takes. */
    void add(TaskCall call) {
        begun = true;
        if (bounds == null) {
            return;
        }
        if (length != Workflow.getInfo().getHistoryLength()) {
            length = Workflow.getInfo().getHistoryLength();
            batch = 0;
        }
        batch += call.weight();
        if (batch >= BATCH) {
            batch = 0;
            Workflow.sleep(PAUSE);
        }
    }
}
