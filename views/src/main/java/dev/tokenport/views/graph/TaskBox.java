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

    /** Nobody knows yet what will have to be said of a task. */
    private static final String TO_COME = "running · 1,000,000 entities";

    private TaskBox() {}

    /** How large all boxes of a drawing are. */
    static Point size(Drawing drawing) {
        boolean run = drawing.tasks().stream().anyMatch(task -> task.stand().isPresent());
        double text = drawing.tasks().stream()
                .flatMapToDouble(task -> DoubleStream.of(
                        Shown.width(task.label(), LABEL),
                        Shown.width(task.subtitle(), SMALL),
                        task.stand().map(stand -> room(stand)).orElse(0.0)))
                .max()
                .orElse(0);
        double width = LEFT + (run ? ICON : 0) + text + RIGHT;
        return new Point(Math.ceil(Math.max(NARROWEST, Math.min(WIDEST, width))), run ? 64 : 46);
    }

    /** Draws a task, which has a number by which a script finds it when its run is to come. */
    static void draw(Markup svg, Drawing.Task task, int number, Point box) {
        task.address().ifPresent(address -> svg.begin("a", link(task, number, address)));
        String state = task.stand().map(stand -> stand.state().toString()).orElse("planned");
        svg.begin("g", "class", "task " + state);
        svg.element(
                "title",
                name(task) + task.stand().map(stand -> ": " + words(stand)).orElse(""));
        svg.empty("rect", "class", "box", "width", box.x(), "height", box.y(), "rx", 8.0);
        double x = LEFT + (task.stand().isPresent() ? ICON : 0);
        double width = box.x() - x - RIGHT;
        svg.element("text", Shown.cut(task.label(), width, LABEL), "class", "label", "x", x, "y", 20.0);
        svg.element("text", Shown.cut(task.subtitle(), width, SMALL), "class", "operator", "x", x, "y", 36.0);
        task.stand().ifPresent(stand -> draw(svg, stand, box, width));
        svg.end();
        task.address().ifPresent(address -> svg.end());
    }

    private static Object[] link(Drawing.Task task, int number, String address) {
        boolean toCome = task.stand().filter(TaskBox::isToCome).isPresent();
        String name = name(task);
        return toCome
                ? new Object[] {
                    "href",
                    address,
                    "data-task",
                    number,
                    "data-name",
                    name,
                    "aria-label",
                    name + ", " + TaskState.PLANNED
                }
                : new Object[] {"href", address};
    }

    private static boolean isToCome(Drawing.Stand stand) {
        return stand.state() == TaskState.PLANNED;
    }

    private static void draw(Markup svg, Drawing.Stand stand, Point box, double width) {
        svg.empty("path", "class", "stripe", "d", stripe(box.y()));
        StateIcon.use(svg, stand.state(), LEFT + 9, 22);
        String words = Shown.cut(words(stand), width, SMALL);
        svg.element("text", words, "class", "state", "x", LEFT + ICON, "y", 53.0);
    }

    private static String stripe(double height) {
        return "M8 0H5V" + Markup.number(height) + "H8A8 8 0 0 1 0 " + Markup.number(height - 8) + "V8A8 8 0 0 1 8 0z";
    }

    private static double room(Drawing.Stand stand) {
        return Shown.width(isToCome(stand) ? TO_COME : words(stand), SMALL);
    }

    private static String words(Drawing.Stand stand) {
        return stand.state() + (stand.figures().isEmpty() ? "" : " · " + stand.figures());
    }

    private static String name(Drawing.Task task) {
        String name = task.label().equals(task.title()) ? task.title() : task.label() + " (" + task.title() + ")";
        return name + ", " + task.operator();
    }
}
