package dev.tokenport.views.graph;

import dev.tokenport.views.graph.Placed.Point;
import dev.tokenport.workflow.TaskLink.Kind;
import java.util.HashSet;
import java.util.Set;

/** Writes beside connections what they are, once where several meet. For one thread. */
final class LinkWords {

    private final Drawing drawing;
    private final Placed placed;
    private final Direction direction;
    private final Set<Point> written = new HashSet<>();

    LinkWords(Drawing drawing, Placed placed, Direction direction) {
        this.drawing = drawing;
        this.placed = placed;
        this.direction = direction;
    }

    void draw(Markup svg) {
        for (int i = 0; i < drawing.links().size(); i++) {
            Drawing.Link link = drawing.links().get(i);
            Placed.Route route = placed.routes().get(i);
            if (link.kind() != Kind.DATA) {
                String word = link.kind() == Kind.CONFIG ? "config" : "after";
                write(svg, word, link.kind().toString(), route.end(), true);
            }
            if (link.rejects()) {
                write(svg, "rejects", link.kind().toString(), route.start(), false);
            }
        }
    }

    private void write(Markup svg, String word, String kind, Point at, boolean arriving) {
        if (!written.add(at)) {
            return;
        }
        boolean right = direction == Direction.RIGHT;
        double x = right ? at.x() + (arriving ? -13 : 6) : at.x() + 7;
        double y = right ? at.y() - 4 : at.y() + (arriving ? -13 : 13);
        svg.element(
                "text",
                word,
                "class",
                "word " + kind,
                "x",
                x,
                "y",
                y,
                "text-anchor",
                right && arriving ? "end" : "start");
    }
}
