package dev.tokenport.workflow.run;

import dev.tokenport.workflow.semantics.Dataflow;

/**
 * Who takes what a task gives. Immutable.
 *
 * @param takers how many ports take its output
 * @param rejectTakers how many ports take what it gives up
 * @param connections names the connections because of which its output has to be kept
 * @param rejectConnections names those because of which what it gives up has to be kept
 */
record Taking(int takers, int rejectTakers, Words connections, Words rejectConnections) {

    /** Words that are seldom needed. */
    @FunctionalInterface
    interface Words {
        String words();
    }

    /** Who takes what a task of a flow gives. */
    Taking(Dataflow flow, int task) {
        this(
                flow.takers(task),
                flow.rejectTakers(task),
                () -> flow.connectionsFrom(task),
                () -> flow.rejectConnectionsFrom(task));
    }
}
