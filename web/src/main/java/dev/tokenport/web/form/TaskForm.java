package dev.tokenport.web.form;

import dev.tokenport.operator.OperatorDescription;
import java.util.List;
import java.util.Optional;

/**
 * The form of a task. Immutable.
 *
 * @param tasks the ids of all tasks, in the order of the file
 * @param task the id of this one; empty if there is none
 * @param line the line of its id in the text, from 1
 * @param label its name for people
 * @param operator what kind of task it is; empty if nobody knows
 * @param operatorName the operator as it stands in the file
 * @param items the fields, in the order of the operator's page
 * @param unknown what the file gives and the operator has not
 * @param canVerify whether it can be tried out
 * @param canEncrypt whether secrets can be encrypted
 */
public record TaskForm(
        List<String> tasks,
        String task,
        int line,
        String label,
        Optional<OperatorDescription> operator,
        String operatorName,
        List<Item> items,
        List<String> unknown,
        boolean canVerify,
        boolean canEncrypt) {

    /** Of more tasks than these one is searched for, not chosen. */
    private static final int FEW = 30;

    /** Copies the lists. */
    public TaskForm {
        tasks = List.copyOf(tasks);
        items = List.copyOf(items);
        unknown = List.copyOf(unknown);
    }

    /** Whether there is a task. */
    public boolean isOfTask() {
        return !task.isEmpty();
    }

    /** Whether all tasks can be looked through. */
    public boolean hasFewTasks() {
        return tasks.size() <= FEW;
    }

    /** The fields for everybody. */
    public List<Item> common() {
        return items.stream().filter(item -> !item.advanced()).toList();
    }

    /** The fields for the few. */
    public List<Item> advanced() {
        return items.stream().filter(Item::advanced).toList();
    }

    /** Whether one of the fields for the few has a value or needs one. */
    public boolean showsAdvanced() {
        return advanced().stream()
                .anyMatch(item -> item.isSet() || (item instanceof Item.Field field && field.required()));
    }
}
