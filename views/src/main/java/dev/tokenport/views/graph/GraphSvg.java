package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;
import dev.tokenport.views.graph.Placed.Route;
import dev.tokenport.workflow.TaskLink.Kind;
import java.util.List;

/** Draws a workflow as SVG. For one thread. */
public final class GraphSvg {

    private static final double HEADING = 30;
    private static final double CORNER = 7;

    private final Drawing drawing;
    private final Placed placed;
    private final Direction direction;
    private final Markup svg = new Markup();

    private GraphSvg(Drawing drawing) {
        this.drawing = drawing;
        Point box = TaskBox.size(drawing);
        this.direction = Direction.of(Layers.of(drawing), box);
        this.placed = placed(drawing, box, direction);
    }

    /** A report of a run must not be lost to a layout that finds no way: the plain one always does. */
    private static Placed placed(Drawing drawing, Point box, Direction direction) {
        try {
            return Placement.of(drawing).place(drawing, box, direction);
        } catch (RuntimeException | StackOverflowError e) {
            return new InLayers().place(drawing, box, direction);
        }
    }

    /** A whole file, with its name, its styles and what its lines mean. */
    public static String file(Drawing drawing) {
        return new GraphSvg(drawing).file();
    }

    /** A part of a page that has the styles. */
    public static String part(Drawing drawing) {
        return new GraphSvg(drawing).part();
    }

    /** What is to be said of a drawing; empty if there is nothing. */
    public static String note(Drawing drawing) {
        return Placement.of(drawing) instanceof InLayers
                ? "With so many tasks and connections the graph is drawn layer by layer, and its lines may cross."
                : "";
    }

    /** What the lines mean, as a part of a page that has the styles. */
    public static String legend() {
        var svg = new Markup();
        double width = Legend.WIDTH;
        svg.begin(
                "svg",
                "class",
                "legend",
                "role",
                "img",
                "aria-label",
                Legend.TEXT,
                "width",
                width,
                "height",
                Legend.HEIGHT,
                "viewBox",
                "0 0 " + Markup.number(width) + " " + Markup.number(Legend.HEIGHT));
        Legend.draw(svg);
        return svg.end().toString();
    }

    private String file() {
        double width = Math.max(placed.width(), Legend.WIDTH + 2 * Spacing.EDGE);
        double height = placed.height() + HEADING + Legend.HEIGHT + Spacing.EDGE;
        begin(width, height, "graph");
        // "]]>" would end the section; there is none in the style sheet.
        svg.raw("<style><![CDATA[\n" + Stylesheet.GRAPH + "]]></style>\n");
        svg.empty("rect", "class", "paper", "width", width, "height", height);
        svg.element(
                "text",
                Shown.cut(drawing.name(), width - 2 * Spacing.EDGE, 15),
                "class",
                "name",
                "x",
                Spacing.EDGE,
                "y",
                25.0);
        svg.begin("g", "transform", move(0, HEADING));
        content();
        svg.end();
        svg.begin("g", "transform", move(Spacing.EDGE, HEADING + placed.height()));
        Legend.draw(svg);
        return svg.end().end().toString();
    }

    private String part() {
        begin(placed.width(), placed.height(), placed.width() <= Direction.PAGE ? "graph fitting" : "graph");
        content();
        return svg.end().toString();
    }

    private void begin(double width, double height, String style) {
        svg.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                style,
                "role",
                "group",
                "aria-labelledby",
                "graph-title graph-description",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + Markup.number(width) + " " + Markup.number(height));
        svg.element("title", "Workflow " + drawing.name(), "id", "graph-title");
        svg.element("desc", description(), "id", "graph-description");
    }

    private String description() {
        String how = direction == Direction.RIGHT ? "from left to right" : "from top to bottom";
        return drawing.tasks().size() + " tasks, " + how + ". Connections: " + count(Kind.DATA) + " data, "
                + count(Kind.CONFIG) + " config, " + count(Kind.DEPENDENCY) + " dependency.";
    }

    private long count(Kind kind) {
        return drawing.links().stream().filter(link -> link.kind() == kind).count();
    }

    private void content() {
        Legend.markers(svg);
        if (drawing.tasks().stream().anyMatch(task -> task.stand().isPresent())) {
            StateIcon.define(svg);
        }
        svg.begin("g", "class", "links");
        for (int i = 0; i < drawing.links().size(); i++) {
            draw(drawing.links().get(i), placed.routes().get(i));
        }
        svg.end().begin("g", "class", "tasks");
        for (int task = 0; task < drawing.tasks().size(); task++) {
            Point corner = placed.corners().get(task);
            svg.begin("g", "transform", move(corner.x(), corner.y()));
            TaskBox.draw(svg, drawing.tasks().get(task), task, placed.box());
            svg.end();
        }
        svg.end().begin("g", "class", "words", "aria-hidden", "true");
        new LinkWords(drawing, placed, direction).draw(svg);
        svg.end();
    }

    private void draw(Drawing.Link link, Route route) {
        String kind = link.kind().toString();
        svg.begin("path", "class", "link " + kind, "d", path(route.points()), "marker-end", "url(#end-" + kind + ")");
        svg.element("title", title(link)).end();
        for (Point junction : route.junctions()) {
            svg.empty("circle", "class", "junction " + kind, "cx", junction.x(), "cy", junction.y(), "r", 2.4);
        }
    }

    private String title(Drawing.Link link) {
        String from = drawing.tasks().get(link.from()).title();
        String to = drawing.tasks().get(link.to()).title();
        String output = link.rejects() ? "the rejects of " + from : from;
        return switch (link.kind()) {
            case DATA -> "Data: " + output + " gives entities to " + to;
            case CONFIG -> "Config: values of " + output + " replace parameters of " + to;
            case DEPENDENCY -> "Dependency: " + to + " runs after " + from;
        };
    }

    /** A line with rounded corners. */
    static String path(List<Point> points) {
        var path = new StringBuilder("M");
        add(path, points.get(0));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            path.append('L');
            add(path, towards(corner, points.get(i - 1)));
            path.append('Q');
            add(path, corner);
            path.append(' ');
            add(path, towards(corner, points.get(i + 1)));
        }
        add(path.append('L'), points.get(points.size() - 1));
        return path.toString();
    }

    /** Where the rounding of a corner begins, on the way to another point. */
    private static Point towards(Point corner, Point other) {
        double dx = other.x() - corner.x();
        double dy = other.y() - corner.y();
        double length = Math.hypot(dx, dy);
        double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new Point(corner.x() + dx * part, corner.y() + dy * part);
    }

    private static void add(StringBuilder path, Point point) {
        path.append(Markup.number(point.x())).append(' ').append(Markup.number(point.y()));
    }

    static String move(double x, double y) {
        return "translate(" + Markup.number(x) + " " + Markup.number(y) + ")";
    }
}
