package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;
import dev.tokenport.views.graph.Placed.Route;
import dev.tokenport.workflow.TaskLink.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places tasks so that few connections cross, with the layered layout of the Eclipse Layout Kernel. Connections of one kind
 * share the place where they leave a task, and that where they arrive. Immutable.
 */
final class FewCrossings implements Placement {

    /** From so many tasks on a good place that is found soon is better than the best one. */
    private static final int MANY = 300;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    @Override
    public Placed place(Drawing drawing, Point box, Direction direction) {
        ElkNode graph = graph(drawing.tasks().size(), direction);
        List<ElkNode> nodes = new ArrayList<>();
        for (int task = 0; task < drawing.tasks().size(); task++) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(box.x(), box.y());
            node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
            nodes.add(node);
        }
        var ports = new Ports(nodes, direction);
        List<ElkEdge> edges = drawing.links().stream()
                .map(link -> ElkGraphUtil.createSimpleEdge(ports.leaving(link), ports.arriving(link)))
                .toList();
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        return new Placed(
                graph.getWidth(),
                graph.getHeight(),
                nodes.stream().map(node -> new Point(node.getX(), node.getY())).toList(),
                box,
                edges.stream().map(FewCrossings::route).toList());
    }

    private static ElkNode graph(int tasks, Direction direction) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(
                LayeredOptions.DIRECTION,
                direction == Direction.RIGHT
                        ? org.eclipse.elk.core.options.Direction.RIGHT
                        : org.eclipse.elk.core.options.Direction.DOWN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(Spacing.EDGE));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, Spacing.TASKS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, Spacing.LINKS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, Spacing.LINKS);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Spacing.LAYERS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, Spacing.LAYERS / 2);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, Spacing.LINKS);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.LEFTDOWN);
        if (tasks > MANY) {
            graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
            graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
        }
        return graph;
    }

    private static Route route(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        List<Point> junctions = edge.getProperty(LayeredOptions.JUNCTION_POINTS).stream()
                .map(point -> new Point(point.x, point.y))
                .toList();
        return new Route(points, junctions);
    }

    /** Where connections leave tasks and arrive at them. For one thread. */
    private static final class Ports {

        private final List<ElkNode> nodes;
        private final Direction direction;
        private final Map<Key, ElkPort> ports = new HashMap<>();

        /** One place at a task. */
        private record Key(int task, boolean arriving, Kind kind, boolean rejects) {}

        Ports(List<ElkNode> nodes, Direction direction) {
            this.nodes = nodes;
            this.direction = direction;
        }

        ElkPort leaving(Drawing.Link link) {
            return port(new Key(link.from(), false, link.kind(), link.rejects()));
        }

        ElkPort arriving(Drawing.Link link) {
            return port(new Key(link.to(), true, link.kind(), false));
        }

        private ElkPort port(Key key) {
            return ports.computeIfAbsent(key, wanted -> {
                ElkPort port = ElkGraphUtil.createPort(nodes.get(wanted.task()));
                port.setProperty(LayeredOptions.PORT_SIDE, side(wanted.arriving()));
                return port;
            });
        }

        private PortSide side(boolean arriving) {
            if (direction == Direction.RIGHT) {
                return arriving ? PortSide.WEST : PortSide.EAST;
            }
            return arriving ? PortSide.NORTH : PortSide.SOUTH;
        }
    }
}
