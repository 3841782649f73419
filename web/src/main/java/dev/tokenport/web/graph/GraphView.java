package dev.tokenport.web.graph;

import gg.jte.Content;

/**
 * A graph as a part of a page. Immutable.
 *
 * @param graph the graph
 * @param legend what its lines mean
 * @param note what is to be said of it; empty if there is nothing
 */
public record GraphView(Content graph, Content legend, String note) {}
