package dev.tokenport.web.workflow;

import dev.tokenport.web.graph.GraphView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a workflow shows. Immutable.
 *
 * @param path its path in the folder
 * @param name its name
 * @param edit where it is changed
 * @param problems its mistakes, a line each; with any there is no graph, and it cannot run
 * @param graph the graph
 * @param tasks its tasks
 * @param running the address of the run that goes on; empty without one
 * @param runs earlier runs, the last one first
 * @param unreadable what of the history cannot be read, a line each
 */
public record WorkflowView(
        String path,
        String name,
        String edit,
        List<String> problems,
        Optional<GraphView> graph,
        List<Task> tasks,
        String running,
        List<Past> runs,
        List<String> unreadable) {

    /** Copies the lists. */
    public WorkflowView {
        problems = List.copyOf(problems);
        tasks = List.copyOf(tasks);
        runs = List.copyOf(runs);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A task.
     *
     * @param title its id
     * @param label its name for people; empty if it has no other
     * @param edit where it is changed
     * @param operator its operator's name
     * @param documentation where its operator is explained
     * @param connections what leads to it, in words
     */
    public record Task(
            String title, String label, String edit, String operator, String documentation, List<String> connections) {}

    /**
     * An earlier run.
     *
     * @param address its page
     * @param outcome what became of it
     * @param started when it started, to be shown
     * @param startedAt when it started, for machines
     * @param took how long it took
     * @param entities how many entities its tasks gave
     * @param error why it failed
     */
    public record Past(
            String address,
            String outcome,
            String started,
            String startedAt,
            String took,
            String entities,
            String error) {}
}
