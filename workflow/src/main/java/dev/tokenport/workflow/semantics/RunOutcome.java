package dev.tokenport.workflow.semantics;

import java.util.Locale;

/** What became of a run. Prints in lower case, as in the report. */
public enum RunOutcome {
    /** All tasks are done. */
    DONE,
    /** A task failed. */
    FAILED,
    /** Somebody cancelled it. */
    CANCELLED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
