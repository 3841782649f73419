package dev.tokenport.web.run;

import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.Locale;

/** How a run stands. Its text is in lower case. */
enum Phase {
    RUNNING,
    CANCELLING,
    DONE,
    FAILED,
    CANCELLED;

    static Phase of(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    boolean isOver() {
        return this != RUNNING && this != CANCELLING;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
