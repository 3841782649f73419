package dev.tokenport.temporal.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a run is that goes on in another history: only what tasks need that have not ended. No task is at work. Immutable.
 *
 * @param started when the run began
 * @param ended the numbers of the tasks that are done, as the Base64 of a set of bits
 * @param attempts which attempt at a task has stored what others still take, by the task's id; without it the first
 * @param given what config ports get, by their sources
 * @param renewals how many renewals a task made, by its id
 * @param left the tasks that have left something to be done at the end, by the queue of the worker
 * @param stores whether something has been stored
 */
public record SentProgress(
        Instant started,
        String ended,
        Map<String, Integer> attempts,
        Map<String, SentSettings> given,
        Map<String, Integer> renewals,
        Map<String, List<String>> left,
        boolean stores) {

    private static final long BESIDE = 60;

    /** Copies the collections, in their order. */
    public SentProgress {
        attempts = new LinkedHashMap<>(attempts);
        given = new LinkedHashMap<>(given);
        renewals = new LinkedHashMap<>(renewals);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        left.forEach((queue, tasks) -> copy.put(queue, new ArrayList<>(tasks)));
        left = copy;
    }

    /** About how many characters it has when it is written. */
    public long weight() {
        long weight = ended.length() + BESIDE * (attempts.size() + renewals.size());
        for (Map.Entry<String, SentSettings> entry : given.entrySet()) {
            weight += entry.getKey().length() + entry.getValue().weight() + BESIDE;
        }
        for (Map.Entry<String, List<String>> entry : left.entrySet()) {
            weight += entry.getKey().length();
            for (String task : entry.getValue()) {
                weight += task.length() + 3;
            }
        }
        return weight;
    }

    /** A set of numbers as text. */
    public static String text(BitSet numbers) {
        return Base64.getEncoder().encodeToString(numbers.toByteArray());
    }

    /** The numbers of the tasks that are done. */
    public BitSet done() {
        return BitSet.valueOf(Base64.getDecoder().decode(ended));
    }
}
