package dev.tokenport.workflow.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a parameter's value stands in a workflow file. Immutable.
 *
 * @param task the task's id
 * @param keys the keys that lead to it from {@code parameters}; more than one if it stands in a mapping, such as {@code
 *     headers} and {@code Accept}
 */
public record Place(String task, List<String> keys) {

    /** Copies the list, which is not empty. */
    public Place {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a place has at least one key");
        }
    }

    /** The value of a key below {@code parameters}. */
    public static Place of(String task, String... keys) {
        return new Place(task, List.of(keys));
    }

    /** The keys that lead to it from the beginning of the file. */
    List<String> path() {
        List<String> path = new ArrayList<>(List.of("tasks", task, "parameters"));
        path.addAll(keys);
        return path;
    }

    /** The parameter as it is addressed, as in {@code headers-Accept}. */
    public String address() {
        return String.join("-", keys);
    }
}
