package dev.tokenport.web.list;

import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the list says of a workflow, and by what it is found. Immutable.
 *
 * @param path its path in the folder
 * @param name its name; the path if it has none
 * @param tasks its tasks; none if it has mistakes
 * @param mistakes how many mistakes it has
 * @param fault why it cannot be read at all; empty if it can
 */
public record Summary(String path, String name, List<TaskName> tasks, int mistakes, String fault) {

    private static final Pattern NAME = Pattern.compile("(?m)^\\uFEFF?workflow[ \\t]*:[ \\t]*([^\\r\\n#]+)");

    /**
     * A task.
     *
     * @param id its id
     * @param searched all by which it is found, in lower case
     */
    public record TaskName(String id, String searched) {

        private static TaskName of(PlannedTask planned) {
            OperatorDescription operator = planned.operator().description();
            String all = String.join(
                    "\n",
                    planned.task().id(),
                    planned.task().label(),
                    operator.label(),
                    operator.id(),
                    String.join("\n", operator.aliases()));
            return new TaskName(planned.task().id(), all.toLowerCase(Locale.ROOT));
        }
    }

    /** Copies the list. */
    public Summary {
        tasks = List.copyOf(tasks);
    }

    static Summary valid(String path, Plan plan) {
        return new Summary(
                path,
                plan.workflow().name(),
                plan.tasks().stream().map(TaskName::of).toList(),
                0,
                "");
    }

    static Summary faulty(WorkflowText text, int mistakes) {
        Matcher name = NAME.matcher(text.text());
        String shown = name.find() ? name.group(1).strip().replaceAll("^[\"']|[\"']$", "") : "";
        return new Summary(text.path(), shown.isEmpty() ? text.path() : shown, List.of(), mistakes, "");
    }

    static Summary unreadable(String path, String fault) {
        return new Summary(path, path, List.of(), 0, fault);
    }
}
