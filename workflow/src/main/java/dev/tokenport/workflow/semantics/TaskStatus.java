package dev.tokenport.workflow.semantics;

import java.util.Locale;

/** What became of a task. Prints in lower case, as in the report. */
public enum TaskStatus {
    /** It finished. */
    DONE,
    /** It raised an error. */
    FAILED,
    /** It was running when the run was ended. */
    CANCELLED,
    /** It never began, or what it depends on failed. */
    SKIPPED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
