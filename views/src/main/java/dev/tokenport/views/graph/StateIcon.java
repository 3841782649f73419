package dev.tokenport.views.graph;

/** A sign for how a task stands, which can be told from the others without colours. */
public final class StateIcon {

    private StateIcon() {}

    /** Draws the sign, nine pixels around a place. */
    public static void draw(Markup svg, TaskState state, double x, double y) {
        svg.begin("g", "class", "icon " + state, "transform", GraphSvg.move(x, y));
        shapes(svg, state);
        svg.end();
    }

    /** The signs of all states, for {@link #use}. */
    static void define(Markup svg) {
        svg.begin("defs");
        for (TaskState state : TaskState.values()) {
            svg.begin("g", "id", "state-" + state);
            shapes(svg, state);
            svg.end();
        }
        svg.end();
    }

    /** Shows a sign that was defined, nine pixels around a place, in the colour of where it stands. */
    static void use(Markup svg, TaskState state, double x, double y) {
        svg.empty("use", "class", "icon", "href", "#state-" + state, "x", x, "y", y);
    }

    private static void shapes(Markup svg, TaskState state) {
        if (state == TaskState.FAILED) {
            svg.empty("path", "class", "disc", "d", "M-3.7 -9H3.7L9 -3.7V3.7L3.7 9H-3.7L-9 3.7V-3.7z");
        } else {
            svg.empty("circle", "class", "disc", "r", 9.0);
        }
        svg.empty("path", "class", "sign", "d", sign(state));
    }

    /** Draws the sign of a warning, nine pixels around a place. */
    public static void drawWarning(Markup svg, double x, double y) {
        svg.begin("g", "class", "icon warning", "transform", GraphSvg.move(x, y));
        svg.empty("path", "class", "disc", "d", "M0 -8.6L9 7.6H-9z");
        svg.empty("path", "class", "sign", "d", "M0 -3V1.8M0 4.8V4.9").end();
    }

    private static String sign(TaskState state) {
        return switch (state) {
            case PLANNED -> "M-4.4 0H-4.3M0 0H.1M4.4 0H4.5";
            case RUNNING -> "M-2.4 -4L4 0L-2.4 4z";
            case DONE -> "M-4.2 .4L-1.3 3.5L4.4 -3";
            case FAILED -> "M-3.2 -3.2L3.2 3.2M3.2 -3.2L-3.2 3.2";
            case CANCELLED -> "M-2.8 -2.8H2.8V2.8H-2.8z";
            case SKIPPED -> "M-4.2 0H4.2";
        };
    }
}
