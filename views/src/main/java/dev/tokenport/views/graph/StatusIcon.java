package dev.tokenport.views.graph;

import dev.tokenport.workflow.semantics.TaskStatus;

/** A sign for what became of a task, which can be told from the others without colours. */
public final class StatusIcon {

    private StatusIcon() {}

    /** Draws the sign, nine pixels around a place. */
    public static void draw(Markup svg, TaskStatus status, double x, double y) {
        svg.begin("g", "class", "icon " + status, "transform", GraphSvg.move(x, y));
        if (status == TaskStatus.FAILED) {
            svg.empty("path", "class", "disc", "d", "M-3.7 -9H3.7L9 -3.7V3.7L3.7 9H-3.7L-9 3.7V-3.7z");
        } else {
            svg.empty("circle", "class", "disc", "r", 9.0);
        }
        svg.empty("path", "class", "sign", "d", sign(status)).end();
    }

    /** Draws the sign of a warning, nine pixels around a place. */
    public static void drawWarning(Markup svg, double x, double y) {
        svg.begin("g", "class", "icon warning", "transform", GraphSvg.move(x, y));
        svg.empty("path", "class", "disc", "d", "M0 -8.6L9 7.6H-9z");
        svg.empty("path", "class", "sign", "d", "M0 -3V1.8M0 4.8V4.9").end();
    }

    private static String sign(TaskStatus status) {
        return switch (status) {
            case DONE -> "M-4.2 .4L-1.3 3.5L4.4 -3";
            case FAILED -> "M-3.2 -3.2L3.2 3.2M3.2 -3.2L-3.2 3.2";
            case CANCELLED -> "M-2.8 -2.8H2.8V2.8H-2.8z";
            case SKIPPED -> "M-4.2 0H4.2";
        };
    }
}
