package dev.tokenport.views.graph;

import java.util.List;

/**
 * Where everything of a drawing is, in pixels from its upper left corner. Immutable.
 *
 * @param width how wide the whole is
 * @param height how high the whole is
 * @param corners the upper left corner of each task's box, by the task's number
 * @param box how large each box is
 * @param routes the way of each connection, in the drawing's order
 */
record Placed(double width, double height, List<Point> corners, Point box, List<Route> routes) {

    /** A place, or how far one thing is from another. */
    record Point(double x, double y) {}

    /**
     * The way of a connection.
     *
     * @param points at least two, from the box it comes from to the one it leads to
     * @param junctions where it leaves the way that it shares with others
     */
    record Route(List<Point> points, List<Point> junctions) {

        /** Copies the lists. */
        Route {
            points = List.copyOf(points);
            junctions = List.copyOf(junctions);
        }

        /** One that shares nothing. */
        Route(List<Point> points) {
            this(points, List.of());
        }

        Point start() {
            return points.get(0);
        }

        Point end() {
            return points.get(points.size() - 1);
        }
    }

    /** Copies the lists. */
    Placed {
        corners = List.copyOf(corners);
        routes = List.copyOf(routes);
    }
}
