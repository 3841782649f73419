package dev.tokenport.web.form;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.Draft;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.serve.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the form of a task. Stateless. */
public final class FormReader {

    private FormReader() {}

    /**
     * The form of a task.
     *
     * @param draft what was read of a masked text
     * @param wanted the task's id; the first one's form if there is no such task
     */
    public static TaskForm of(Workbench workbench, Draft draft, Optional<String> wanted) {
        Map<String, Task> tasks = draft.workflow().tasks();
        List<String> ids = List.copyOf(tasks.keySet());
        return wanted.flatMap(id -> Optional.ofNullable(tasks.get(id)))
                .or(() -> tasks.values().stream().findFirst())
                .map(task -> form(workbench, draft, ids, task))
                .orElseGet(
                        () -> new TaskForm(ids, "", 1, "", Optional.empty(), "", List.of(), List.of(), false, false));
    }

    private static TaskForm form(Workbench workbench, Draft draft, List<String> ids, Task task) {
        Optional<Operator<?>> operator = draft.operator(task.id());
        Optional<ParameterList> parameters = operator.map(known -> ParameterList.of(known.parameters()));
        Optional<OperatorDescription> description = operator.map(Operator::description);
        List<Item> items = parameters
                .map(list -> new FieldReader(
                                list,
                                task.parameters(),
                                draft.known(task.id()),
                                draft.delivered(task.id()),
                                task.config().stream().map(Connection::source).collect(Collectors.joining(", ")))
                        .items())
                .orElse(List.of());
        List<String> unknown = parameters
                .map(list -> task.parameters().keySet().stream()
                        .filter(key -> list.find(key).isEmpty())
                        .toList())
                .orElse(List.of());
        return new TaskForm(
                ids,
                task.id(),
                task.position().line(),
                task.label(),
                description,
                task.operator(),
                items,
                unknown,
                description.filter(known -> canVerify(workbench, known)).isPresent(),
                workbench.canEncrypt());
    }

    private static boolean canVerify(Workbench workbench, OperatorDescription operator) {
        return workbench.canVerify(operator.id()) || workbench.canVerify(operator.shortId());
    }
}
