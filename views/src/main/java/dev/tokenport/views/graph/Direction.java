package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;

/** Where connections lead. */
enum Direction {
    /** To the right, as people draw workflows. */
    RIGHT,
    /** Down, where that fits better on a page. */
    DOWN;

    /** How wide a drawing may be, in pixels: on a page it is made smaller by a fifth at the most. */
    static final double PAGE = 1400;

    /** The one in which a drawing is not wider than a page; if both are, that in which it is less wide. */
    static Direction of(Layers layers, Point box) {
        double right = layers.count() * (box.x() + Spacing.LAYERS) - Spacing.LAYERS;
        double down = layers.widest() * (box.x() + Spacing.TASKS);
        return right <= PAGE || right <= down ? RIGHT : DOWN;
    }
}
