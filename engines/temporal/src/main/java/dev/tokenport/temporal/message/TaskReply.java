package dev.tokenport.temporal.message;

import dev.tokenport.workflow.run.TaskRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says of a task that did not fail. Immutable.
 *
 * @param record what happened to it
 * @param given what config ports get, by the output: the task's id, and {@code TASK.rejects}
 * @param attempt which attempt it was, from 1
 * @param leftAt the queue of the worker where something is left to be done at the end of the run
 */
public record TaskReply(
        TaskRecord record,
        Map<String, SentSettings> given,
        int attempt,
        @Nullable String leftAt) {

    /** Copies the map. */
    public TaskReply {
        given = Map.copyOf(given);
    }
}
