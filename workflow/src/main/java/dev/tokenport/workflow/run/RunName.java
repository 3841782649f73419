package dev.tokenport.workflow.run;

import java.util.UUID;

/**
 * The identity of a run. Immutable.
 *
 * @param text the same in all processes that take part in it
 */
record RunName(String text) {

    /** The identity of a run that takes place in this process alone, and once. */
    static RunName random() {
        return new RunName(UUID.randomUUID().toString());
    }
}
