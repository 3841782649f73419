package dev.tokenport.cmem;

import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Schema;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.ParameterResolution;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the tasks of our workflow from drafts. For one thread. */
final class WorkflowParts {

    private final Map<String, Draft> drafts;
    private final Map<String, String> ids;
    private final Problems problems;

    WorkflowParts(Map<String, Draft> drafts, Problems problems) {
        this.drafts = drafts;
        this.ids = TaskIds.of(drafts.keySet());
        this.problems = problems;
    }

    /** The tasks by id, in the order of the nodes. */
    Map<String, Task> tasks() {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Draft draft : drafts.values()) {
            Task task = task(draft, inputs(draft), config(draft), after(draft));
            tasks.put(task.id(), task);
        }
        return tasks;
    }

    private Task task(
            Draft draft, List<Connection.Data> inputs, List<Connection.Config> config, List<Connection.After> after) {
        String id = id(draft.node().id());
        return new Task(
                id,
                label(draft, id),
                draft.mapped().name(),
                draft.task().position(),
                draft.mapped().parameters(),
                inputs,
                config,
                after,
                draft.node().position());
    }

    private static String label(Draft draft, String id) {
        String node = draft.node().id();
        return draft.task()
                .label()
                .map(label -> id.equals(node) ? label : label + " (" + node + ")")
                .orElse(node);
    }

    private String id(String node) {
        return ids.getOrDefault(node, node);
    }

    private List<Connection.Data> inputs(Draft draft) {
        List<String> inputs = draft.inputs();
        int vacant = inputs.indexOf(Draft.VACANT);
        boolean connectedBehind = vacant >= 0
                && inputs.subList(vacant, inputs.size()).stream().anyMatch(source -> !source.equals(Draft.VACANT));
        if (connectedBehind
                && ports(draft).inputs() instanceof Ports.InputPorts.Exactly exactly
                && exactly.ports().size() > 1) {
            problems.add(
                    draft.node().position(),
                    "node '" + draft.node().id() + "': input port " + (vacant + 1)
                            + " is vacant, and a later one is not");
        }
        Position position = draft.node().position();
        return inputs.stream()
                .filter(source -> !source.equals(Draft.VACANT))
                .map(source -> new Connection.Data(id(source), position))
                .toList();
    }

    private List<Connection.After> after(Draft draft) {
        return draft.after().stream()
                .map(source -> new Connection.After(id(source), draft.node().position()))
                .toList();
    }

    private List<Connection.Config> config(Draft draft) {
        return draft.config().stream()
                .distinct()
                .map(source -> new Connection.Config(
                        id(source), renamings(draft, source), draft.node().position()))
                .toList();
    }

    /** What comes under an id of CMEM; a source with a fixed schema is asked for what it has only. */
    private List<Connection.Renaming> renamings(Draft draft, String source) {
        Position position = draft.node().position();
        Optional<Schema> schema = Optional.ofNullable(drafts.get(source))
                .flatMap(found -> ports(found).output())
                .flatMap(port ->
                        port instanceof Ports.Port.Fixed fixed ? Optional.of(fixed.schema()) : Optional.empty());
        List<Connection.Renaming> renamings = new ArrayList<>();
        draft.mapped().renamings().forEach((path, parameter) -> {
            if (schema.isEmpty() || schema.get().position(path) >= 0) {
                renamings.add(new Connection.Renaming(path, parameter, position, position));
            }
        });
        return renamings;
    }

    private Ports ports(Draft draft) {
        Task alone = task(draft, List.of(), List.of(), List.of());
        ParameterList list = ParameterList.of(draft.mapped().operator().parameters());
        return Objects.requireNonNull(draft.mapped().operator().ports(list.known(ParameterResolution.pending(alone))));
    }
}
