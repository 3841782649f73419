package dev.tokenport.temporal.message;

import dev.tokenport.workflow.run.TaskNotes;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says at its end, beside what its tasks have said. Immutable.
 *
 * @param outcome what became of it
 * @param statuses what became of each task, in the order of the plan
 * @param error the message of the task that failed
 * @param renewals how many renewals a task made, by its id
 * @param notes what tasks have told after they had ended, by their ids
 */
public record RunClosing(
        RunOutcome outcome,
        List<TaskStatus> statuses,
        @Nullable String error,
        Map<String, Integer> renewals,
        Map<String, TaskNotes> notes) {

    /** Copies the collections. */
    public RunClosing {
        statuses = List.copyOf(statuses);
        renewals = new LinkedHashMap<>(renewals);
        notes = new LinkedHashMap<>(notes);
    }
}
