package dev.tokenport.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which task comes after which, over all three kinds of connections. Connections from tasks that do not exist, and of a task
 * to itself, are left out. Nothing here recurses: a chain may have any length. Immutable.
 */
final class Graph {

    private final List<String> ids;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] before;
    private final int[][] after;
    private final int[] order;
    private final int[] rank;

    Graph(Workflow workflow) {
        ids = List.copyOf(workflow.tasks().keySet());
        ids.forEach(id -> numbers.put(id, numbers.size()));
        before = new int[ids.size()][];
        for (Task task : workflow.tasks().values()) {
            int number = number(task.id());
            before[number] = sources(number, task.connections());
        }
        after = reversed(before);
        order = sorted();
        rank = new int[ids.size()];
        Arrays.fill(rank, ids.size());
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
    }

    /** The tasks that connections of a task come from, each once. */
    private int[] sources(int task, List<Connection> connections) {
        int[] sources = new int[connections.size()];
        int length = 0;
        Set<Integer> seen = new HashSet<>();
        for (Connection connection : connections) {
            int from = numbers.getOrDefault(connection.from(), task);
            if (from != task && seen.add(from)) {
                sources[length] = from;
                length++;
            }
        }
        return length == sources.length ? sources : Arrays.copyOf(sources, length);
    }

    /** The tasks in topological order, otherwise in the order of the file; without those in or behind a cycle. */
    List<String> order() {
        List<String> sorted = new ArrayList<>(order.length);
        for (int task : order) {
            sorted.add(ids.get(task));
        }
        return sorted;
    }

    /** Whether there is a cycle. */
    boolean cyclic() {
        return order.length < ids.size();
    }

    /** A cycle for each knot of cycles, as the ids on it, beginning with the one that is first in the file. */
    List<List<String>> cycles() {
        if (!cyclic()) {
            return List.of();
        }
        return new Cycles(before, after)
                .find().stream()
                        .map(cycle -> cycle.stream().map(ids::get).toList())
                        .toList();
    }

    /** Whether one task is finished before another begins, by whatever connections; both are in {@link #order()}. */
    boolean ordered(String first, String second) {
        int target = number(first);
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(number(second)));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at == target) {
                return true;
            }
            for (int from : before[at]) {
                if (rank[from] >= rank[target] && !seen.get(from)) {
                    seen.set(from);
                    open.push(from);
                }
            }
        }
        return false;
    }

    private int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    private int[] sorted() {
        int[] open = new int[before.length];
        Arrays.setAll(open, task -> before[task].length);
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                ready.add(i);
            }
        }
        int[] result = new int[open.length];
        int length = 0;
        for (Integer at = ready.poll(); at != null; at = ready.poll()) {
            result[length] = at;
            length++;
            for (int next : after[at]) {
                open[next]--;
                if (open[next] == 0) {
                    ready.add(next);
                }
            }
        }
        return Arrays.copyOf(result, length);
    }

    private static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] result = new int[edges.length][];
        Arrays.setAll(result, i -> new int[counts[i]]);
        for (int i = edges.length - 1; i >= 0; i--) {
            for (int target : edges[i]) {
                counts[target]--;
                result[target][counts[target]] = i;
            }
        }
        return result;
    }
}
