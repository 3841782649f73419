package dev.tokenport.views.graph;

import dev.tokenport.workflow.TaskLink;
import dev.tokenport.workflow.view.ViewedWorkflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is to be drawn. Immutable.
 *
 * @param name the workflow's name
 * @param tasks the tasks, in an order in which they can run
 * @param links the connections between them, each once
 */
public record Drawing(String name, List<Task> tasks, List<Link> links) {

    /**
     * A task.
     *
     * @param title its id, as it is to be shown
     * @param label its name for people
     * @param operator the operator's name for people
     * @param stand how it stands in a run, empty if there is none
     * @param address where a click leads, empty for nowhere
     */
    public record Task(String title, String label, String operator, Optional<Stand> stand, Optional<String> address) {

        /** The text on its second line: what it is, and its id where its label is another. */
        String subtitle() {
            return label.equals(title) ? operator : title + " · " + operator;
        }
    }

    /**
     * How a task stands in a run.
     *
     * @param state its state
     * @param figures its time and its entities, to be shown
     */
    public record Stand(TaskState state, String figures) {}

    /**
     * A connection.
     *
     * @param from the number of the task it comes from
     * @param to the number of the task it leads to
     * @param kind what it hands over
     * @param rejects whether it comes from what the task gives up
     */
    public record Link(int from, int to, TaskLink.Kind kind, boolean rejects) {}

    /** Copies the lists. */
    public Drawing {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    /** A workflow without a run. */
    public static Drawing of(ViewedWorkflow workflow) {
        return of(workflow, Optional.empty(), id -> Optional.empty());
    }

    /**
     * A workflow whose run is about to begin.
     *
     * @param address gives where a click on a task leads, by its id
     */
    public static Drawing planned(ViewedWorkflow workflow, UnaryOperator<String> address) {
        return of(workflow, Optional.of(new Stand(TaskState.PLANNED, "")), id -> Optional.of(address.apply(id)));
    }

    private static Drawing of(
            ViewedWorkflow workflow, Optional<Stand> stand, Function<String, Optional<String>> address) {
        List<Task> tasks = workflow.tasks().stream()
                .map(task -> new Task(
                        Shown.text(task.title()),
                        Shown.text(task.label()),
                        Shown.text(task.operator()),
                        stand,
                        address.apply(task.id())))
                .toList();
        return new Drawing(Shown.text(workflow.name()), tasks, links(workflow));
    }

    /** The connections of a workflow whose both ends there are. */
    public static List<Link> links(ViewedWorkflow workflow) {
        Map<String, Integer> numbers = new HashMap<>();
        workflow.tasks().forEach(task -> numbers.put(task.id(), numbers.size()));
        LinkedHashSet<Link> links = new LinkedHashSet<>();
        for (TaskLink link : workflow.links()) {
            Integer from = numbers.get(link.from());
            Integer to = numbers.get(link.to());
            if (from != null && to != null) {
                links.add(new Link(from, to, link.kind(), link.isOfRejects()));
            }
        }
        return new ArrayList<>(links);
    }
}
