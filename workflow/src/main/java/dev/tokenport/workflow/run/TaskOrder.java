package dev.tokenport.workflow.run;

import dev.tokenport.operator.Operator;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.semantics.Handover;
import java.util.Map;

/**
 * A task that an engine wants to have executed by itself, apart from those it is connected with. Immutable.
 *
 * @param file the name of the workflow's file, for messages
 * @param task the task
 * @param operator its operator
 * @param takesEntities whether its data connections hand over entities
 * @param handover what is to be done with its output; never {@link Handover#STREAMED}
 * @param rejectsTaken whether somebody takes what it gives up
 * @param connections the connections because of which its output is kept, in words
 * @param rejectConnections those because of which what it gives up is kept, in words
 * @param given what its config connections deliver, by their sources as they stand in a file
 */
public record TaskOrder(
        String file,
        Task task,
        Operator<?> operator,
        boolean takesEntities,
        Handover handover,
        boolean rejectsTaken,
        String connections,
        String rejectConnections,
        Map<String, Given> given) {

    /** Copies the map. */
    public TaskOrder {
        given = Map.copyOf(given);
        if (handover == Handover.STREAMED) {
            throw new IllegalArgumentException("a task that is executed by itself has nobody to stream to");
        }
    }
}
