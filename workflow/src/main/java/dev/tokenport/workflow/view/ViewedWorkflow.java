package dev.tokenport.workflow.view;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.TaskLink;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A workflow to be drawn. Its ids tell its tasks apart and are not shown; all other texts are as they are to be shown.
 * Immutable.
 *
 * @param name the workflow's name
 * @param tasks its tasks, in an order in which they can run
 * @param links the connections between them
 */
public record ViewedWorkflow(String name, List<ViewedTask> tasks, List<TaskLink> links) {

    /**
     * A task.
     *
     * @param id its id
     * @param title its id as it is to be shown
     * @param label its name for people; the title if it has no other
     * @param operator the operator's name for people
     */
    public record ViewedTask(String id, String title, String label, String operator) {}

    /** Copies the lists. */
    public ViewedWorkflow {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    /**
     * What there is to be drawn of a plan.
     *
     * @param shown redacts a text
     */
    public static ViewedWorkflow of(Plan plan, UnaryOperator<String> shown) {
        List<ViewedTask> tasks = plan.tasks().stream()
                .map(planned -> new ViewedTask(
                        planned.task().id(),
                        shown.apply(planned.task().id()),
                        shown.apply(planned.task().label()),
                        shown.apply(planned.operator().description().label())))
                .toList();
        return new ViewedWorkflow(shown.apply(plan.workflow().name()), tasks, plan.links());
    }
}
