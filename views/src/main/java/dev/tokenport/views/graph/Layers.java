package dev.tokenport.views.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * How many tasks lie before each task, at the most. Immutable.
 *
 * @param of the layer of each task, by the task's number
 * @param tasks the numbers of the tasks in each layer
 */
record Layers(List<Integer> of, List<List<Integer>> tasks) {

    /** The layers of a drawing; no connection leads from a task to an earlier one. */
    static Layers of(Drawing drawing) {
        List<List<Integer>> sources = new ArrayList<>();
        drawing.tasks().forEach(task -> sources.add(new ArrayList<>()));
        drawing.links().forEach(link -> sources.get(link.to()).add(link.from()));
        List<Integer> of = new ArrayList<>();
        List<List<Integer>> tasks = new ArrayList<>();
        for (int task = 0; task < sources.size(); task++) {
            int layer = 0;
            for (int source : sources.get(task)) {
                layer = source < task ? Math.max(layer, of.get(source) + 1) : layer;
            }
            of.add(layer);
            if (layer == tasks.size()) {
                tasks.add(new ArrayList<>());
            }
            tasks.get(layer).add(task);
        }
        return new Layers(of, tasks);
    }

    int count() {
        return tasks.size();
    }

    int widest() {
        return tasks.stream().mapToInt(List::size).max().orElse(0);
    }
}
