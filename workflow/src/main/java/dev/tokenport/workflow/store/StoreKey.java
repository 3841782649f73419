package dev.tokenport.workflow.store;

import dev.tokenport.workflow.OutputPort;
import java.util.regex.Pattern;

/**
 * What an output is kept under. It carries the attempt, so that an attempt that is given up, but goes on to write where
 * nobody sees it, never touches what another one has written. Immutable.
 *
 * @param run the name of the run: letters (a to z), digits, '-', '_' and '.', not '.' first
 * @param task the task's id
 * @param attempt which attempt at the task, from 1
 * @param output which of its outputs
 */
public record StoreKey(String run, String task, int attempt, OutputPort output) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    /** What a store may write below a run to say that it is in use; no task has such a name. */
    public static final String MARK = ".used";

    /** Checks that each part is the name of a file and not more. */
    public StoreKey {
        run = require(run);
        task = require(task);
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt " + attempt + " is less than 1");
        }
    }

    /**
     * A name, as it may stand in a store.
     *
     * @throws IllegalArgumentException if it may not
     */
    public static String require(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be a name in a store");
        }
        return name;
    }

    /** Whether a text can be the name of a run. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The path below the run, such as {@code orders/1} or {@code orders/1.rejects}. */
    public String path() {
        return task + "/" + output.name(String.valueOf(attempt));
    }

    @Override
    public String toString() {
        return run + "/" + path();
    }
}
