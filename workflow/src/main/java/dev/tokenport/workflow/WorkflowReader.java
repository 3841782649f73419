package dev.tokenport.workflow;

import dev.tokenport.workflow.YamlNode.Entry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a workflow of YAML nodes. For one thread. */
final class WorkflowReader {

    private static final List<String> KEYS = List.of("workflow", "tasks");

    private final String file;
    private final Path folder;
    private final Problems problems;
    private final Fields fields;
    private final TaskReader tasks;

    WorkflowReader(String file, Path folder, SourceText source, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.problems = problems;
        this.fields = new Fields(problems);
        this.tasks = new TaskReader(source, fields, problems);
    }

    /** The workflow as far as it can be read; what cannot is among the problems. */
    Workflow read(Optional<YamlNode> root) {
        if (root.isEmpty() || (root.get() instanceof YamlNode.Text text && text.isNothing())) {
            problems.add(Position.START, "the file is empty; begin with 'workflow: NAME' and 'tasks:'");
            return workflow("", Map.of());
        }
        if (!(root.get() instanceof YamlNode.Mapping mapping)) {
            problems.add(
                    root.get().position(),
                    "the file is " + root.get().kind() + "; begin with 'workflow: NAME' and 'tasks:'");
            return workflow("", Map.of());
        }
        fields.refuseUnknown(mapping, KEYS);
        String name = name(mapping);
        return workflow(name, tasks(mapping));
    }

    private String name(YamlNode.Mapping root) {
        Entry entry = root.entries().get("workflow");
        if (entry == null) {
            problems.add(root.position(), "'workflow' is missing; add 'workflow: NAME'");
            return "";
        }
        return fields.text("workflow", entry, "the workflow's name").orElse("");
    }

    private Map<String, Task> tasks(YamlNode.Mapping root) {
        Entry entry = root.entries().get("tasks");
        if (entry == null) {
            problems.add(root.position(), "'tasks' is missing; add 'tasks:' and below it a task by its id");
            return Map.of();
        }
        if (!(entry.value() instanceof YamlNode.Mapping mapping)) {
            problems.add(
                    entry.value().position(),
                    "'tasks' is " + entry.value().kind() + "; write each task by its id, as in 'auth:'");
            return Map.of();
        }
        if (mapping.entries().isEmpty()) {
            problems.add(mapping.position(), "'tasks' is empty; a workflow has at least one task");
        }
        Map<String, Task> read = new LinkedHashMap<>();
        mapping.entries().forEach((id, task) -> read.put(id, tasks.read(id, task)));
        return read;
    }

    private Workflow workflow(String name, Map<String, Task> read) {
        return new Workflow(name, file, folder, read);
    }
}
