package dev.tokenport.views.graph;

/** What the lines of a drawing mean. */
final class Legend {

    static final double WIDTH = 540;
    static final double HEIGHT = 24;
    static final String TEXT =
            "A solid line with a triangle hands over data; a dashed line with a diamond hands over config;"
                    + " a dotted line with an open arrow is a dependency.";

    private Legend() {}

    /** The ends of the lines. */
    static void markers(Markup svg) {
        svg.begin("defs");
        marker(svg, "data", "M0 1L10 5L0 9z", 10);
        marker(svg, "config", "M0 5L5 1L10 5L5 9z", 10);
        marker(svg, "dependency", "M1 1L9 5L1 9", 9);
        svg.end();
    }

    private static void marker(Markup svg, String kind, String path, double tip) {
        svg.begin(
                "marker",
                "id",
                "end-" + kind,
                "class",
                "end " + kind,
                "viewBox",
                "0 0 10 10",
                "refX",
                tip,
                "refY",
                5.0,
                "markerWidth",
                10.0,
                "markerHeight",
                10.0,
                "markerUnits",
                "userSpaceOnUse",
                "orient",
                "auto");
        svg.empty("path", "d", path).end();
    }

    static void draw(Markup svg) {
        sample(svg, "data", "data", 0);
        sample(svg, "config", "config: replaces parameters", 104);
        sample(svg, "dependency", "dependency: runs after", 338);
    }

    private static void sample(Markup svg, String kind, String word, double x) {
        svg.empty(
                "path",
                "class",
                "link " + kind,
                "d",
                "M" + Markup.number(x) + " 12H" + Markup.number(x + 38),
                "marker-end",
                "url(#end-" + kind + ")");
        svg.element("text", word, "class", "meaning", "x", x + 46, "y", 16.0);
    }
}
