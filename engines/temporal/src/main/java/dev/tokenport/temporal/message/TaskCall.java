package dev.tokenport.temporal.message;

import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.store.StoreKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is asked to execute. Immutable.
 *
 * @param run the run's name in stores and on workers
 * @param workflow the workflow's name
 * @param file the workflow's file, for messages
 * @param task the task
 * @param handover what is to be done with its output
 * @param rejectsTaken whether somebody takes what it gives up
 * @param connections the connections because of which its output is kept, in words
 * @param rejectConnections those because of which what it gives up is kept, in words
 * @param given what its config connections deliver, by their sources
 * @param settings which of its outputs config ports take, {@code TASK} and {@code TASK.rejects}; of others nothing is sent.
 *     Unknown in runs of workers of the first version
 * @param inputs where what its data connections deliver is kept, by their sources
 */
public record TaskCall(
        String run,
        String workflow,
        String file,
        TaskDefinition task,
        Handover handover,
        boolean rejectsTaken,
        String connections,
        String rejectConnections,
        Map<String, SentSettings> given,
        @Nullable Set<String> settings,
        Map<String, StoreKey> inputs) {

    /** What a {@link StoreKey} has beside names, when it is written. */
    private static final int KEY = 120;

    /** Copies the maps; the connections that lead to the task are left out. */
    public TaskCall {
        task = task.alone();
        given = Map.copyOf(given);
        settings = settings == null ? null : Set.copyOf(settings);
        inputs = Map.copyOf(inputs);
    }

    /** Whether config ports take an output, {@code TASK} or {@code TASK.rejects}. */
    public boolean isTakenAsSettings(String output) {
        return settings == null || settings.contains(output);
    }

    /** About how many characters the place of what this source has stored has when it is written. */
    public static long weight(String source) {
        return 2L * source.length() + KEY;
    }

    /** About how many characters it has when it is written. */
    public long weight() {
        long weight = 0L + task.text().length() + connections.length() + rejectConnections.length();
        for (String source : inputs.keySet()) {
            weight += weight(source);
        }
        for (SentSettings settings : given.values()) {
            weight += settings.weight();
        }
        return weight;
    }
}
