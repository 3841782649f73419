package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;
import dev.tokenport.views.graph.Placed.Route;
import dev.tokenport.workflow.TaskLink.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways aside of all tasks, for connections that would lie behind some. What leaves a task in one kind goes one way; with very
 * many tasks they share. For one thread.
 */
final class Lanes {

    private static final int MOST = 24;

    private final double first;
    private final double beside;
    private final Map<Leaving, Integer> lanes = new HashMap<>();

    private record Leaving(int task, Kind kind, boolean rejects) {}

    /**
     * Ways that begin so far aside.
     *
     * @param beside how far from the straight connections theirs arrive at a task
     */
    Lanes(double first, double beside) {
        this.first = first;
        this.beside = beside;
    }

    /** How much room they need. */
    double width() {
        int used = Math.min(lanes.size(), MOST);
        return used == 0 ? 0 : Spacing.TASKS + used * Spacing.LINKS;
    }

    /** The way aside of a connection that would be straight: only between layers and aside of them. */
    Route aside(Drawing.Link link, Route straight, boolean right) {
        var leaving = new Leaving(link.from(), link.kind(), link.rejects());
        int lane = lanes.computeIfAbsent(leaving, it -> lanes.size()) % MOST;
        double side = first + lane * Spacing.LINKS;
        double gap = Spacing.LAYERS / 6 * (1 + 2.0 * lane / MOST);
        Point from = straight.start();
        Point to = right
                ? new Point(straight.end().x(), straight.end().y() + beside)
                : new Point(straight.end().x() + beside, straight.end().y());
        if (right) {
            double out = from.x() + gap;
            double in = to.x() - Spacing.LAYERS / 2 - gap / 2;
            Point turn = new Point(in, side);
            return new Route(
                    List.of(from, new Point(out, from.y()), new Point(out, side), turn, new Point(in, to.y()), to),
                    List.of(turn));
        }
        double out = from.y() + gap;
        double in = to.y() - Spacing.LAYERS / 2 - gap / 2;
        Point turn = new Point(side, in);
        return new Route(
                List.of(from, new Point(from.x(), out), new Point(side, out), turn, new Point(to.x(), in), to),
                List.of(turn));
    }
}
