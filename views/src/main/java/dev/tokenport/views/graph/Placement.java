package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;

/** A way to find a place for everything. Thread-safe. */
interface Placement {

    /** How many tasks and connections are placed with few crossings; beyond, that would take minutes. */
    int MOST = 6_000;

    /** Finds the places. */
    Placed place(Drawing drawing, Point box, Direction direction);

    /** The way that fits a drawing. */
    static Placement of(Drawing drawing) {
        return drawing.tasks().size() + drawing.links().size() <= MOST ? new FewCrossings() : new InLayers();
    }
}
