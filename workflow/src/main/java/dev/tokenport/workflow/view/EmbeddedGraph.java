package dev.tokenport.workflow.view;

/**
 * A workflow to be put into a page, which has the style sheet; one on a page. There is no style and no script in it. Each task is
 * a link with the attributes {@code data-task}, its number in the workflow from 0 on, and {@code data-name}, what it is called
 * in its {@code aria-label} before its state; in it a group with the classes {@code task} and the state, a {@code use} of the sign {@code
 * #state-STATE}, and a text of the class {@code state}. A state is {@code planned}, {@code running}, or what a task's status is.
 * Immutable.
 *
 * @param svg the graph, with all texts in it escaped; all tasks are planned
 * @param legend what its lines mean, as SVG
 * @param note what is to be said of it; empty if there is nothing
 */
public record EmbeddedGraph(String svg, String legend, String note) {}
