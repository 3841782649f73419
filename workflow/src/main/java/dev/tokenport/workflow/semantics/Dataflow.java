package dev.tokenport.workflow.semantics;

import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who hands over to whom, and how. Tasks are numbered by their position in the list, from 0. Immutable.
 *
 * <p>Streaming is decided so that it can never come to a standstill, even with one thread: a source whose end somebody
 * waits for, who has to be finished before its consumer can pull, is spooled. So is one at the end of a chain of
 * {@value #LONGEST_CHAIN} tasks that pull from each other, as each costs a piece of the thread's stack.
 */
public final class Dataflow {

    /** How many tasks pull from each other at the most. */
    public static final int LONGEST_CHAIN = 100;

    private final List<FlowTask> tasks;
    private final Connections connections;
    private final Handover[] handovers;

    private Dataflow(List<FlowTask> tasks, Connections connections, Handover[] handovers) {
        this.tasks = List.copyOf(tasks);
        this.connections = connections;
        this.handovers = handovers;
    }

    /**
     * The flow between tasks.
     *
     * @param tasks in topological order
     */
    public static Dataflow of(List<FlowTask> tasks, Streaming streaming) {
        Connections connections = new Connections(tasks);
        Handover[] handovers = new Handover[tasks.size()];
        for (int task = 0; task < handovers.length; task++) {
            handovers[task] = wanted(connections, task, streaming);
        }
        if (streaming == Streaming.WHERE_POSSIBLE) {
            breakLongChains(connections, handovers);
            new Standstill(connections, handovers).prevent();
        }
        return new Dataflow(tasks, connections, handovers);
    }

    private static Handover wanted(Connections connections, int task, Streaming streaming) {
        int data = connections.dataConsumers(task).length;
        int config = connections.configConsumers(task).length;
        if (data == 0) {
            return config == 0 ? Handover.DRAINED : Handover.SHARED;
        }
        boolean alone = data == 1 && config == 0;
        return alone && streaming == Streaming.WHERE_POSSIBLE ? Handover.STREAMED : Handover.SPOOLED;
    }

    private static void breakLongChains(Connections connections, Handover[] handovers) {
        int[] lengths = new int[handovers.length];
        for (int task = 0; task < handovers.length; task++) {
            lengths[task]++;
            if (handovers[task] == Handover.STREAMED) {
                int consumer = connections.dataConsumers(task)[0];
                if (lengths[task] >= LONGEST_CHAIN) {
                    handovers[task] = Handover.SPOOLED;
                } else {
                    lengths[consumer] = Math.max(lengths[consumer], lengths[task]);
                }
            }
        }
    }

    /** How many tasks there are. */
    public int size() {
        return handovers.length;
    }

    /** The task with this number. */
    public FlowTask task(int number) {
        return tasks.get(number);
    }

    /** The number of the task with this id. */
    public int number(String id) {
        return connections.number(id);
    }

    /** How a task hands over its output. */
    public Handover handover(int task) {
        return handovers[task];
    }

    /** How many ports take the output of a task: data and config, one consumer counting for each of its ports. */
    public int takers(int task) {
        return connections.dataConsumers(task).length + connections.configConsumers(task).length;
    }

    /**
     * How many ports take the entities that a task rejects; 0 if nobody does, so that they are only counted. They are kept,
     * like a spooled output, and complete when the task has ended, which is when those who take them may start.
     */
    public int rejectTakers(int task) {
        return connections.rejectTakers(task);
    }

    /** Whether the data connections of a task hand over entities, rather than being only waited for. */
    public boolean takesEntities(int task) {
        return task(task).takesEntities();
    }

    /** Whether a task has a stream to pull. */
    public boolean pulls(int task) {
        if (!takesEntities(task)) {
            return false;
        }
        for (Connection input : task(task).connections()) {
            if (input instanceof Connection.Data
                    && input.output() == OutputPort.MAIN
                    && handovers[number(input.from())] == Handover.STREAMED) {
                return true;
            }
        }
        return false;
    }

    /** The number of connections that lead to a task, each of which it waits for. */
    int connectionsTo(int task) {
        return connections.to(task);
    }

    /** The tasks that wait for a task's end, one entry per connection. */
    int[] waitingForEnd(int task) {
        return connections.waitingForEnd(task, handovers[task]);
    }

    /** The task that waits only for a task's stream to be open, -1 if none. */
    int waitingForStream(int task) {
        return handovers[task] == Handover.STREAMED ? connections.dataConsumers(task)[0] : -1;
    }

    /**
     * The connections because of which a task's output has to be kept, in words. A task with one taker has to be kept when
     * somebody waits for its end, who is listed then.
     */
    public String connectionsFrom(int task) {
        boolean waited = takers(task) == 1;
        return words(task, connection -> waited || (isTaker(connection) && connection.output() == OutputPort.MAIN));
    }

    /** The connections because of which the entities that a task rejects have to be kept, in words. */
    public String rejectConnectionsFrom(int task) {
        return words(task, connection -> isTaker(connection) && connection.output() == OutputPort.REJECTS);
    }

    private static boolean isTaker(Connection connection) {
        return !(connection instanceof Connection.After);
    }

    private String words(int task, Predicate<Connection> which) {
        String id = task(task).id();
        List<String> words = new ArrayList<>();
        for (int number : connections.targets(task)) {
            FlowTask target = task(number);
            for (Connection connection : target.connections()) {
                if (connection.from().equals(id) && which.test(connection)) {
                    String rejects = connection.output() == OutputPort.MAIN ? "" : " (" + connection.source() + ")";
                    words.add("'" + key(connection) + "' of '" + target.id() + "'" + rejects);
                }
            }
        }
        return String.join(", ", words);
    }

    private static String key(Connection connection) {
        return connection instanceof Connection.Data
                ? "inputs"
                : connection instanceof Connection.Config ? "config" : "after";
    }
}
