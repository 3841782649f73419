package dev.tokenport.views.graph;

import dev.tokenport.workflow.semantics.TaskStatus;
import java.util.Locale;

/** How a task stands. Its text is in lower case. */
public enum TaskState {
    /** It has not begun. */
    PLANNED,
    /** It is at work. */
    RUNNING,
    /** It has ended well. */
    DONE,
    /** It has raised an error. */
    FAILED,
    /** It was stopped. */
    CANCELLED,
    /** It never began, because of another. */
    SKIPPED;

    /** What a task that has ended is. */
    public static TaskState of(TaskStatus status) {
        return switch (status) {
            case DONE -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case SKIPPED -> SKIPPED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
