package dev.tokenport.views.graph;

/** How far things are from each other, in pixels. */
final class Spacing {

    /** Between tasks side by side. */
    static final double TASKS = 22;

    /** Between a task and those after it. */
    static final double LAYERS = 64;

    /** Between connections side by side. */
    static final double LINKS = 10;

    /** Around the whole. */
    static final double EDGE = 14;

    private Spacing() {}
}
