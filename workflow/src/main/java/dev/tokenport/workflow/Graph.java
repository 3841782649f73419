package dev.tokenport.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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
            before[number] = task.connections().stream()
                    .mapToInt(connection -> numbers.getOrDefault(connection.from(), number))
                    .filter(from -> from != number)
                    .distinct()
                    .toArray();
        }
        after = reversed(before);
        order = sorted();
        rank = new int[ids.size()];
        Arrays.fill(rank, ids.size());
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
    }

    /** The tasks in topological order, otherwise in the order of the file; without those in or behind a cycle. */
    List<String> order() {
        return Arrays.stream(order).mapToObj(ids::get).toList();
    }

    /** Whether there is a cycle. */
    boolean cyclic() {
        return order.length < ids.size();
    }

    /** A cycle for each knot of cycles, as the ids on it, beginning with the one that is first in the file. */
    List<List<String>> cycles() {
        BitSet knots = knots();
        BitSet seen = new BitSet();
        List<List<String>> cycles = new ArrayList<>();
        for (int start = knots.nextSetBit(0); start >= 0; start = knots.nextSetBit(start + 1)) {
            List<Integer> walk = new ArrayList<>();
            Map<Integer, Integer> steps = new HashMap<>();
            int at = start;
            while (!seen.get(at)) {
                seen.set(at);
                steps.put(at, walk.size());
                walk.add(at);
                at = Arrays.stream(after[at]).filter(knots::get).findFirst().orElseThrow();
            }
            Integer step = steps.get(at);
            if (step != null) {
                cycles.add(fromFirst(walk.subList(step, walk.size())));
            }
        }
        return cycles;
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

    private List<String> fromFirst(List<Integer> cycle) {
        int first = cycle.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int offset = cycle.indexOf(first);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            result.add(ids.get(cycle.get((offset + i) % cycle.size())));
        }
        return result;
    }

    private int[] sorted() {
        int[] open = Arrays.stream(before).mapToInt(from -> from.length).toArray();
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

    /** What is left when all that is before or behind the cycles is taken away; each of it has a successor in it. */
    private BitSet knots() {
        BitSet left = new BitSet();
        left.set(0, ids.size());
        Arrays.stream(order).forEach(left::clear);
        int[] successors = new int[ids.size()];
        Deque<Integer> ends = new ArrayDeque<>();
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            successors[i] = after[i].length;
            if (successors[i] == 0) {
                ends.push(i);
            }
        }
        while (!ends.isEmpty()) {
            int end = ends.pop();
            left.clear(end);
            for (int from : before[end]) {
                successors[from]--;
                if (left.get(from) && successors[from] == 0) {
                    ends.push(from);
                }
            }
        }
        return left;
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
        for (int i = 0; i < edges.length; i++) {
            for (int target : edges[i]) {
                counts[target]--;
                result[target][counts[target]] = i;
            }
        }
        return result;
    }
}
