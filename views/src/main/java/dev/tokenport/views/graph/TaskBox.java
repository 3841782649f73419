package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;
import java.util.stream.DoubleStream;

/** The box of a task: its name, its operator, and what became of it. */
final class TaskBox {

    private static final double LABEL = 14;
    private static final double SMALL = 11.5;
    private static final double NARROWEST = 132;
    private static final double WIDEST = 280;
    private static final double LEFT = 12;
    private static final double ICON = 24;
    private static final double RIGHT = 10;

    private TaskBox() {}

    /** How large all boxes of a drawing are. */
    static Point size(Drawing drawing) {
        boolean run = drawing.tasks().stream().anyMatch(task -> task.end().isPresent());
        double text = drawing.tasks().stream()
                .flatMapToDouble(task -> DoubleStream.of(
                        Shown.width(task.label(), LABEL),
                        Shown.width(task.subtitle(), SMALL),
                        task.end().map(end -> Shown.width(state(end), SMALL)).orElse(0.0)))
                .max()
                .orElse(0);
        double width = LEFT + (run ? ICON : 0) + text + RIGHT;
        return new Point(Math.ceil(Math.max(NARROWEST, Math.min(WIDEST, width))), run ? 64 : 46);
    }

    static void draw(Markup svg, Drawing.Task task, Point box) {
        String status = task.end().map(end -> end.status().toString()).orElse("planned");
        boolean linked = task.address().isPresent();
        if (linked) {
            svg.begin("a", "href", task.address().orElse(""));
        }
        svg.begin("g", "class", "task " + status);
        svg.element("title", tooltip(task));
        svg.empty("rect", "class", "box", "width", box.x(), "height", box.y(), "rx", 8.0);
        double x = LEFT;
        if (task.end().isPresent()) {
            svg.empty("path", "class", "stripe", "d", stripe(box.y()));
            StatusIcon.draw(svg, task.end().get().status(), LEFT + 9, 22);
            x += ICON;
        }
        double width = box.x() - x - RIGHT;
        svg.element("text", Shown.cut(task.label(), width, LABEL), "class", "label", "x", x, "y", 20.0);
        svg.element("text", Shown.cut(task.subtitle(), width, SMALL), "class", "operator", "x", x, "y", 36.0);
        if (task.end().isPresent()) {
            String state = Shown.cut(state(task.end().get()), width, SMALL);
            svg.element("text", state, "class", "state", "x", x, "y", 53.0);
        }
        svg.end();
        if (linked) {
            svg.end();
        }
    }

    private static String stripe(double height) {
        return "M8 0H5V" + Markup.number(height) + "H8A8 8 0 0 1 0 " + Markup.number(height - 8) + "V8A8 8 0 0 1 8 0z";
    }

    private static String state(Drawing.End end) {
        return end.status() + (end.figures().isEmpty() ? "" : " · " + end.figures());
    }

    private static String tooltip(Drawing.Task task) {
        String name = task.label().equals(task.title()) ? task.title() : task.label() + " (" + task.title() + ")";
        return name + ", " + task.operator()
                + task.end().map(end -> ": " + state(end)).orElse("");
    }
}
