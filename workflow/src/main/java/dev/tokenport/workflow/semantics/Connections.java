package dev.tokenport.workflow.semantics;

import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The connections between tasks by the task they come from, as numbers. Immutable. */
final class Connections {

    private static final int[] NONE = {};

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] data;
    private final int[][] config;
    private final int[][] order;
    private final int[] rejects;
    private final int[] to;

    Connections(List<FlowTask> tasks) {
        tasks.forEach(task -> numbers.put(task.id(), numbers.size()));
        Targets targets = new Targets(lists(tasks.size()), lists(tasks.size()), lists(tasks.size()));
        rejects = new int[tasks.size()];
        to = new int[tasks.size()];
        for (int target = 0; target < to.length; target++) {
            for (Connection connection : tasks.get(target).connections()) {
                int source = number(connection.from());
                targets.of(connection, takes(connection, tasks.get(target)))
                        .get(source)
                        .add(target);
                rejects[source] += isOfRejects(connection) && takes(connection, tasks.get(target)) ? 1 : 0;
                to[target]++;
            }
        }
        data = arrays(targets.data);
        config = arrays(targets.config);
        order = arrays(targets.order);
    }

    /** Who takes a task's output as data or as config, and who waits for its end only, by task. */
    private record Targets(List<List<Integer>> data, List<List<Integer>> config, List<List<Integer>> order) {

        /** What a task rejects is complete at its end, which is all that who takes it waits for. */
        List<List<Integer>> of(Connection connection, boolean taken) {
            if (!taken || isOfRejects(connection)) {
                return order;
            }
            return connection instanceof Connection.Data ? data : config;
        }
    }

    private static boolean takes(Connection connection, FlowTask target) {
        return connection instanceof Connection.Config
                || (connection instanceof Connection.Data && target.takesEntities());
    }

    private static boolean isOfRejects(Connection connection) {
        return connection.output() == OutputPort.REJECTS;
    }

    private static List<List<Integer>> lists(int size) {
        List<List<Integer>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>(1));
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        int[][] arrays = new int[lists.size()][];
        for (int task = 0; task < arrays.length; task++) {
            List<Integer> list = lists.get(task);
            arrays[task] = list.isEmpty() ? NONE : new int[list.size()];
            Arrays.setAll(arrays[task], list::get);
        }
        return arrays;
    }

    int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("there is no task '" + id + "' in the plan");
        }
        return number;
    }

    int[] dataConsumers(int task) {
        return data[task];
    }

    int[] configConsumers(int task) {
        return config[task];
    }

    /** How many ports take what a task rejects. */
    int rejectTakers(int task) {
        return rejects[task];
    }

    int to(int task) {
        return to[task];
    }

    /** The tasks that a connection leads to from a task, each once, in the order of the plan. */
    int[] targets(int task) {
        return Stream.of(data[task], config[task], order[task])
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    int[] waitingForEnd(int task, Handover handover) {
        if (handover == Handover.STREAMED || (data[task].length == 0 && config[task].length == 0)) {
            return order[task];
        }
        int[] all = Arrays.copyOf(data[task], data[task].length + config[task].length + order[task].length);
        System.arraycopy(config[task], 0, all, data[task].length, config[task].length);
        System.arraycopy(order[task], 0, all, data[task].length + config[task].length, order[task].length);
        return all;
    }
}
