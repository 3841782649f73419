package dev.tokenport.temporal;

import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.workflow.run.TaskRecord;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a task has no answer. Immutable.
 *
 * @param cancelled whether it was cancelled
 * @param message what is said about it otherwise
 * @param leftAt the queue of the worker where something is left to be done at the end of the run
 */
record TaskFailure(
        boolean cancelled, String message, @Nullable String leftAt) {

    /** The types of failures that leave nothing open. */
    private static final Set<String> SURE = Set.of(TaskActivities.NOT_BEGUN, TaskActivities.TOO_LARGE);

    /** What the engine's failure means. */
    static TaskFailure of(TaskDefinition task, RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof CanceledFailure || failure instanceof CanceledFailure) {
            return new TaskFailure(true, "", null);
        }
        if (cause instanceof ApplicationFailure raised && raised.getType().equals(TaskActivities.FAILED)) {
            return new TaskFailure(
                    false, raised.getOriginalMessage(), raised.getDetails().get(1, String.class));
        }
        String prefix = "task '" + task.id() + "' (" + task.operatorLabel() + "): ";
        return new TaskFailure(false, prefix + reason(cause) + consequence(task, cause), null);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof TimeoutFailure) {
            return "its worker was lost while it was at work";
        }
        return cause instanceof ApplicationFailure fault ? fault.getOriginalMessage() : "its worker gave up";
    }

    private static String consequence(TaskDefinition task, Throwable cause) {
        if (cause instanceof ApplicationFailure fault && SURE.contains(fault.getType())) {
            return "";
        }
        return task.repeatable()
                ? "; so it was at each attempt"
                : "; what it does may have happened, so it is not repeated";
    }

    /** The record of a task that raised an error. */
    static @Nullable TaskRecord record(ApplicationFailure raised) {
        return raised.getType().equals(TaskActivities.FAILED)
                ? raised.getDetails().get(0, TaskRecord.class)
                : null;
    }
}
