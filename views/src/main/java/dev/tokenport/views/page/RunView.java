package dev.tokenport.views.page;

import gg.jte.Content;
import java.util.List;

/**
 * What the page of a run shows; a template puts it in its place, and escapes its texts. Immutable.
 *
 * @param workflow the workflow's name
 * @param file the workflow's file
 * @param outcome what became of the run, as a badge
 * @param startedAt when it started, for machines
 * @param started when it started
 * @param tiles the most important figures
 * @param style the style sheet
 * @param policy what the page may load, which is nothing
 * @param troubles errors, then warnings
 * @param legend what the lines of the graph mean
 * @param graph the workflow
 * @param graphNote what is to be said of it
 * @param timeLine when which task was at work
 * @param timeNote what is to be said of it
 * @param rows the tasks
 * @param requests the tasks that sent requests
 * @param facts what tasks told about themselves
 */
public record RunView(
        String workflow,
        String file,
        Badge outcome,
        String startedAt,
        String started,
        List<Tile> tiles,
        String style,
        String policy,
        List<Trouble> troubles,
        Content legend,
        Content graph,
        String graphNote,
        Content timeLine,
        String timeNote,
        List<Row> rows,
        List<Requests> requests,
        List<Fact> facts) {

    /** What became of something: a word, the name of its style, and its sign. */
    public record Badge(String word, String style, Content sign) {}

    /** A figure, and what it counts. */
    public record Tile(String figure, String what) {}

    /**
     * What a person should look at.
     *
     * @param badge how bad it is
     * @param task the name of the task it belongs to; empty for the run
     * @param anchor where the page has more about that task
     * @param message what happened
     * @param advice what to do, a sentence each
     */
    public record Trouble(Badge badge, String task, String anchor, String message, List<String> advice) {}

    /** A task in the table of tasks. */
    public record Row(
            String anchor,
            String title,
            String label,
            String operator,
            Badge status,
            String began,
            String duration,
            String taken,
            String given,
            String rejected,
            List<String> sources) {}

    /** A task in the table of requests; what is not known is empty. */
    public record Requests(
            String anchor,
            String title,
            String requests,
            String received,
            String kept,
            String renewed,
            String forConsumers,
            String failed,
            String expiry) {}

    /** Something that a task told; the title is empty if the fact before is of the same task. */
    public record Fact(String anchor, String title, String name, String value) {}
}
