package dev.tokenport.web.run;

import java.util.List;

/**
 * What has changed in a run since a moment. Immutable.
 *
 * @param version the moment until which this is all; to be asked from there next
 * @param phase how the run stands
 * @param summary how far it is, in words
 * @param waiting for what it waits; empty for nothing
 * @param tasks how those tasks stand that have changed
 */
record Changes(long version, Phase phase, String summary, String waiting, List<TaskStand> tasks) {

    /** Copies the list. */
    Changes {
        tasks = List.copyOf(tasks);
    }
}
