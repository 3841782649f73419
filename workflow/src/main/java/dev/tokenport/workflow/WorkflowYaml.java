package dev.tokenport.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a workflow as a file that {@link WorkflowFile} reads back. For one thread, for one workflow. */
public final class WorkflowYaml {

    private static final String STEP = "  ";

    private final StringBuilder yaml = new StringBuilder();

    private WorkflowYaml() {}

    /**
     * The text of a workflow file.
     *
     * @param workflow the workflow
     * @param heading comments at the top, without {@code #}
     * @param comments comments of tasks, by their ids
     */
    public static String of(Workflow workflow, List<String> heading, Map<String, List<String>> comments) {
        var written = new WorkflowYaml();
        heading.forEach(line -> written.comment("", line));
        written.line("", "workflow: " + YamlScalar.text(workflow.name()));
        written.line("", "tasks:");
        workflow.tasks().values().forEach(task -> written.task(task, comments.getOrDefault(task.id(), List.of())));
        return written.yaml.toString();
    }

    private void task(Task task, List<String> comments) {
        String indent = STEP + STEP;
        line(STEP, YamlScalar.text(task.id()) + ":");
        comments.forEach(line -> comment(indent, line));
        if (!task.label().equals(task.id())) {
            line(indent, "label: " + YamlScalar.text(task.label()));
        }
        line(indent, "operator: " + YamlScalar.text(task.operator()));
        task.queue().ifPresent(queue -> line(indent, "queue: " + YamlScalar.text(queue)));
        list(indent, "inputs", ids(task.inputs()));
        list(indent, "config", task.config().stream().map(WorkflowYaml::config).toList());
        list(indent, "after", ids(task.after()));
        if (!task.parameters().isEmpty()) {
            line(indent, "parameters:");
            parameters(indent + STEP, task.parameters());
        }
    }

    private static List<String> ids(List<? extends Connection> connections) {
        return connections.stream()
                .map(connection -> YamlScalar.text(connection.source()))
                .toList();
    }

    private static String config(Connection.Config connection) {
        String from = YamlScalar.text(connection.source());
        if (connection.renamings().isEmpty()) {
            return from;
        }
        String map = connection.map().entrySet().stream()
                .map(entry -> YamlScalar.text(entry.getKey()) + ": " + YamlScalar.text(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return "{from: " + from + ", map: " + map + "}";
    }

    private void list(String indent, String key, List<String> items) {
        if (items.size() == 1) {
            line(indent, key + ": " + items.get(0));
        } else if (!items.isEmpty()) {
            line(indent, key + ": [" + String.join(", ", items) + "]");
        }
    }

    private void parameters(String indent, Map<String, ParameterNode> parameters) {
        parameters.forEach((id, node) -> {
            if (node instanceof ParameterNode.Mapping mapping) {
                line(indent, YamlScalar.text(id) + ":" + (mapping.entries().isEmpty() ? " {}" : ""));
                parameters(indent + STEP, mapping.entries());
            } else if (node instanceof ParameterNode.Scalar scalar) {
                String text = YamlScalar.referencing(scalar.text());
                line(indent, YamlScalar.text(id) + ": " + YamlScalar.value(text, scalar.type(), indent + STEP));
            }
        });
    }

    private void comment(String indent, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.forEach(line -> line(indent, "# " + line));
    }

    private void line(String indent, String text) {
        yaml.append(indent).append(text).append('\n');
    }
}
