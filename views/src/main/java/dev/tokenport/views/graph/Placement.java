package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;

/** A way to find a place for everything. Thread-safe. */
interface Placement {

    /** What is placed with few crossings; beyond, that would take minutes, and much memory. */
    int MOST = 10_000;

    /** Finds the places. */
    Placed place(Drawing drawing, Point box, Direction direction);

    /** The way that fits a drawing. */
    static Placement of(Drawing drawing) {
        return size(drawing) <= MOST ? new FewCrossings() : new InLayers();
    }

    /** How many tasks there are, and connections, each as often as it comes past a layer. */
    private static long size(Drawing drawing) {
        Layers layers = Layers.of(drawing);
        return drawing.tasks().size()
                + drawing.links().stream()
                        .mapToLong(link -> Math.max(
                                1, layers.of().get(link.to()) - layers.of().get(link.from())))
                        .sum();
    }
}
