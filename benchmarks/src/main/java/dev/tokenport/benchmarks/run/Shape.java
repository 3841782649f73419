package dev.tokenport.benchmarks.run;

import java.util.List;
import java.util.Locale;

/** How the tasks of a workflow are connected. */
enum Shape {
    /** Each task after the one before. */
    CHAIN {
        @Override
        List<Integer> before(int task, int tasks) {
            return task == 0 ? List.of() : List.of(task - 1);
        }
    },

    /** All tasks after the first one. */
    FAN_OUT {
        @Override
        List<Integer> before(int task, int tasks) {
            return task == 0 ? List.of() : List.of(0);
        }
    },

    /** As many layers as tasks in a layer, each task after two of the layer before. */
    LAYERED {
        @Override
        List<Integer> before(int task, int tasks) {
            int width = (int) Math.sqrt(tasks);
            int layer = task / width;
            if (layer == 0) {
                return List.of();
            }
            int first = (layer - 1) * width;
            int column = task % width;
            return List.of(first + column, first + (column + 1) % width);
        }
    };

    /** The numbers of the tasks that a task comes after, each less than its own. */
    abstract List<Integer> before(int task, int tasks);

    /** As in the ids of findings. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
