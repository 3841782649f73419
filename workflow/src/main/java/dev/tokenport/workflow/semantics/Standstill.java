package dev.tokenport.workflow.semantics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps streams from waiting for each other. Tasks that are streamed into each other end together, so they count as one
 * group; where groups wait for each other in a circle, the sources whose end somebody waits for are spooled. For one thread.
 */
final class Standstill {

    private final Connections connections;
    private final Handover[] handovers;
    private final int[] groups;
    private final int[] waits;
    private final List<List<Integer>> members = new ArrayList<>();

    Standstill(Connections connections, Handover[] handovers) {
        this.connections = connections;
        this.handovers = handovers;
        this.groups = new int[handovers.length];
        this.waits = new int[handovers.length];
    }

    void prevent() {
        group();
        Deque<Integer> free = new ArrayDeque<>();
        boolean[] passed = new boolean[handovers.length];
        for (int group = 0; group < groups.length; group++) {
            if (groups[group] == group && waits[group] == 0) {
                free.add(group);
            }
        }
        for (Integer group = free.poll(); group != null; group = free.poll()) {
            passed[group] = true;
            for (int member : members.get(group)) {
                for (int waiting : connections.waitingForEnd(member, handovers[member])) {
                    waits[groups[waiting]]--;
                    if (waits[groups[waiting]] == 0) {
                        free.add(groups[waiting]);
                    }
                }
            }
        }
        spoolStuck(passed);
    }

    /** A group goes by the number of the task at its end, which consumes all others. */
    private void group() {
        for (int task = 0; task < groups.length; task++) {
            members.add(new ArrayList<>());
        }
        for (int task = groups.length - 1; task >= 0; task--) {
            boolean streamed = handovers[task] == Handover.STREAMED;
            groups[task] = streamed ? groups[connections.dataConsumers(task)[0]] : task;
            members.get(groups[task]).add(task);
        }
        for (int task = 0; task < groups.length; task++) {
            for (int waiting : connections.waitingForEnd(task, handovers[task])) {
                waits[groups[waiting]]++;
            }
        }
    }

    private void spoolStuck(boolean[] passed) {
        for (int task = 0; task < groups.length; task++) {
            if (!passed[groups[task]]
                    && handovers[task] == Handover.STREAMED
                    && connections.waitingForEnd(task, Handover.STREAMED).length > 0) {
                handovers[task] = Handover.SPOOLED;
            }
        }
    }
}
