package dev.tokenport.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds one cycle in each strongly connected part of a graph, by Kosaraju's algorithm, without recursion. For one thread. */
final class Cycles {

    private final int[][] before;
    private final int[][] after;

    Cycles(int[][] before, int[][] after) {
        this.before = before;
        this.after = after;
    }

    /** The cycles, each from its smallest node on, in the order of these. */
    List<List<Integer>> find() {
        int[] part = parts();
        List<List<Integer>> cycles = new ArrayList<>();
        BitSet done = new BitSet();
        for (int node = 0; node < part.length; node++) {
            if (!done.get(part[node]) && hasSuccessor(node, part)) {
                done.set(part[node]);
                cycles.add(cycle(node, part));
            }
        }
        return cycles;
    }

    private boolean hasSuccessor(int node, int[] part) {
        return Arrays.stream(after[node]).anyMatch(next -> part[next] == part[node]);
    }

    /** Walks within a part, where each node has a successor, until it comes round. */
    private List<Integer> cycle(int start, int[] part) {
        List<Integer> walk = new ArrayList<>();
        Map<Integer, Integer> steps = new HashMap<>();
        int at = start;
        while (steps.putIfAbsent(at, walk.size()) == null) {
            walk.add(at);
            at = Arrays.stream(after[at])
                    .filter(next -> part[next] == part[start])
                    .findFirst()
                    .orElseThrow();
        }
        List<Integer> cycle = new ArrayList<>(walk.subList(walk.indexOf(at), walk.size()));
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return cycle;
    }

    /** The number of each node's strongly connected part. */
    private int[] parts() {
        int[] finished = finished();
        int[] part = new int[after.length];
        Arrays.fill(part, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = finished.length - 1; i >= 0; i--) {
            int root = finished[i];
            if (part[root] >= 0) {
                continue;
            }
            part[root] = root;
            open.push(root);
            while (!open.isEmpty()) {
                for (int from : before[open.pop()]) {
                    if (part[from] < 0) {
                        part[from] = root;
                        open.push(from);
                    }
                }
            }
        }
        return part;
    }

    /** The nodes in the order in which a depth-first search leaves them. */
    private int[] finished() {
        int[] finished = new int[after.length];
        int[] next = new int[after.length];
        int length = 0;
        BitSet seen = new BitSet();
        Deque<Integer> path = new ArrayDeque<>();
        for (int root = 0; root < after.length; root++) {
            if (!seen.get(root)) {
                seen.set(root);
                path.push(root);
            }
            while (!path.isEmpty()) {
                int at = path.element();
                if (next[at] == after[at].length) {
                    finished[length] = path.pop();
                    length++;
                    continue;
                }
                int to = after[at][next[at]];
                next[at]++;
                if (!seen.get(to)) {
                    seen.set(to);
                    path.push(to);
                }
            }
        }
        return finished;
    }
}
