package dev.tokenport.temporal.message;

import dev.tokenport.workflow.run.TaskNotes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a worker says when it has done what was left there. Immutable.
 *
 * @param notes what the tasks that it executed have told about themselves, by their ids
 */
public record EndingReply(Map<String, TaskNotes> notes) {

    /** Copies the map. */
    public EndingReply {
        notes = new LinkedHashMap<>(notes);
    }
}
