package dev.tokenport.web.run;

import java.util.List;

/**
 * How a task of a run stands. Immutable.
 *
 * @param number its number in the plan, from 0 on
 * @param state {@code planned}, {@code running}, or what its status is
 * @param entities how many entities it gave, to be shown; empty if none, or not known yet
 * @param took how long it was at work, to be shown; empty until it has ended
 * @param message what it says it is doing, or why it failed
 * @param warnings what it warned of, the first few
 */
record TaskStand(int number, String state, String entities, String took, String message, List<String> warnings) {

    /** Copies the list. */
    TaskStand {
        warnings = List.copyOf(warnings);
    }
}
