package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Ports.InputPorts.DependencyOnly;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The connections of a plan by the task they come from, as numbers. Immutable. */
final class Connections {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] data;
    private final int[][] config;
    private final int[][] order;
    private final int[] to;

    Connections(Plan plan) {
        List<PlannedTask> tasks = plan.tasks();
        tasks.forEach(task -> numbers.put(task.task().id(), numbers.size()));
        List<List<Integer>> dataTargets = lists(tasks.size());
        List<List<Integer>> configTargets = lists(tasks.size());
        List<List<Integer>> orderTargets = lists(tasks.size());
        to = new int[tasks.size()];
        for (int target = 0; target < to.length; target++) {
            PlannedTask planned = tasks.get(target);
            add(
                    takesEntities(planned) ? dataTargets : orderTargets,
                    planned.task().inputs(),
                    target);
            add(configTargets, planned.task().config(), target);
            add(orderTargets, planned.task().after(), target);
        }
        data = arrays(dataTargets);
        config = arrays(configTargets);
        order = arrays(orderTargets);
    }

    private static List<List<Integer>> lists(int size) {
        return Stream.<List<Integer>>generate(() -> new ArrayList<>(1))
                .limit(size)
                .toList();
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void add(List<List<Integer>> targets, List<? extends Connection> connections, int target) {
        connections.forEach(connection -> targets.get(number(connection.from())).add(target));
        to[target] += connections.size();
    }

    static boolean takesEntities(PlannedTask task) {
        return !(task.ports().inputs() instanceof DependencyOnly);
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

    int to(int task) {
        return to[task];
    }

    int[] waitingForEnd(int task, Handover handover) {
        if (handover == Handover.STREAMED) {
            return order[task];
        }
        int[] all = Arrays.copyOf(data[task], data[task].length + config[task].length + order[task].length);
        System.arraycopy(config[task], 0, all, data[task].length, config[task].length);
        System.arraycopy(order[task], 0, all, data[task].length + config[task].length, order[task].length);
        return all;
    }
}
