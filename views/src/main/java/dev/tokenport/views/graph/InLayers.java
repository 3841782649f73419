package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;
import dev.tokenport.views.graph.Placed.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Places tasks layer by layer, each near the middle of those it comes after. Connections may cross: a straight one leads to the
 * next layer, and one past a layer goes aside of all tasks. It takes no time to speak of, however many there are. Immutable.
 */
final class InLayers implements Placement {

    @Override
    public Placed place(Drawing drawing, Point box, Direction direction) {
        Layers layers = Layers.of(drawing);
        List<Integer> places = places(drawing, layers);
        boolean right = direction == Direction.RIGHT;
        double along = (right ? box.x() : box.y()) + Spacing.LAYERS;
        double across = (right ? box.y() : box.x()) + Spacing.TASKS;
        List<Point> corners = new ArrayList<>();
        for (int task = 0; task < places.size(); task++) {
            double far = Spacing.EDGE + layers.of().get(task) * along;
            double aside = Spacing.EDGE + places.get(task) * across;
            corners.add(right ? new Point(far, aside) : new Point(aside, far));
        }
        double far = layers.count() * along - Spacing.LAYERS + 2 * Spacing.EDGE;
        double aside = layers.widest() * across - Spacing.TASKS + 2 * Spacing.EDGE;
        var lanes = new Lanes(aside - Spacing.EDGE + Spacing.TASKS, (right ? box.y() : box.x()) / 4);
        List<Route> routes = new ArrayList<>();
        for (Drawing.Link link : drawing.links()) {
            boolean past = layers.of().get(link.to()) > layers.of().get(link.from()) + 1;
            Route route = straight(corners.get(link.from()), corners.get(link.to()), box, right);
            routes.add(past ? lanes.aside(link, route, right) : route);
        }
        double whole = aside + lanes.width();
        return new Placed(right ? far : whole, right ? whole : far, corners, box, routes);
    }

    private static Route straight(Point from, Point to, Point box, boolean right) {
        return right
                ? new Route(List.of(
                        new Point(from.x() + box.x(), from.y() + box.y() / 2), new Point(to.x(), to.y() + box.y() / 2)))
                : new Route(List.of(
                        new Point(from.x() + box.x() / 2, from.y() + box.y()),
                        new Point(to.x() + box.x() / 2, to.y())));
    }

    /** The place of each task in its layer: in the order of the middles of those it comes after. */
    private static List<Integer> places(Drawing drawing, Layers layers) {
        List<List<Integer>> sources = new ArrayList<>();
        drawing.tasks().forEach(task -> sources.add(new ArrayList<>()));
        drawing.links().forEach(link -> sources.get(link.to()).add(link.from()));
        List<Integer> places = new ArrayList<>(Collections.nCopies(sources.size(), 0));
        List<Double> middles = new ArrayList<>(Collections.nCopies(sources.size(), 0.0));
        for (List<Integer> layer : layers.tasks()) {
            for (int task : layer) {
                middles.set(
                        task,
                        sources.get(task).stream()
                                .mapToInt(places::get)
                                .average()
                                .orElse(task));
            }
            List<Integer> order = new ArrayList<>(layer);
            order.sort(Comparator.comparing(middles::get));
            for (int place = 0; place < order.size(); place++) {
                places.set(order.get(place), place);
            }
        }
        return places;
    }
}
