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
    private final Map<Leaving, Integer> lanes = new HashMap<>();

    private record Leaving(int task, Kind kind, boolean rejects) {}

    /** Ways that begin so far aside. */
    Lanes(double first) {
        this.first = first;
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
        double gap = Spacing.LAYERS / 2 * (lane + 1) / (MOST + 1);
        Point from = straight.start();
        Point to = straight.end();
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
