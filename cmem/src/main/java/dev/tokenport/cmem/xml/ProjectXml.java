package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import dev.tokenport.workflow.WorkflowException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the XML files of a project. */
public final class ProjectXml {

    /** The roots of task files, today's and those of old exports. */
    private static final Set<String> TASKS = Set.of("CustomTask", "Dataset");

    private ProjectXml() {}

    /**
     * Reads {@code custom/ID.xml} or {@code dataset/ID.xml}.
     *
     * @param file what messages call it
     * @param id the id that the file's name gives, if the file does not say it
     * @throws WorkflowException with every mistake
     */
    public static ProjectTask task(String file, byte[] bytes, String id) throws WorkflowException {
        XmlElement root = XmlReader.read(file, bytes);
        Problems problems = new Problems(file);
        if (!TASKS.contains(root.name())) {
            throw problems.only(
                    root.position(), "this is a <" + root.name() + ">; a task is a <CustomTask> or a <Dataset>");
        }
        XmlElement plugin = root.child("DatasetPlugin").orElse(root);
        if (plugin.attribute("type").isEmpty()) {
            problems.add(plugin.position(), "the <" + plugin.name() + "> has no type");
        }
        ProjectTask task = new ProjectTask(
                root.attribute("id").isEmpty() ? id : root.attribute("id"),
                plugin.attribute("type"),
                root.name().equals("Dataset"),
                label(root),
                root.attribute("readOnly").equals("true"),
                root.attribute("uriProperty"),
                values(plugin, problems),
                root.position());
        problems.throwIfAny();
        return task;
    }

    private static Map<String, ProjectValue> values(XmlElement parent, Problems problems) {
        Map<String, ProjectValue> values = new LinkedHashMap<>();
        for (XmlElement element : parent.children()) {
            Optional<ProjectValue> value = value(element, problems);
            if (value.isPresent() && element.attribute("name").isEmpty()) {
                problems.add(element.position(), "the <" + element.name() + "> has no name");
            } else {
                value.ifPresent(found -> values.put(element.attribute("name"), found));
            }
        }
        return values;
    }

    private static Optional<ProjectValue> value(XmlElement element, Problems problems) {
        Position position = element.position();
        return switch (element.name()) {
            case "Param" ->
                Optional.of(
                        new ProjectValue.Plain(element.attributes().getOrDefault("value", element.text()), position));
            case "Template" -> Optional.of(new ProjectValue.Template(element.text(), position));
            case "Params" -> Optional.of(new ProjectValue.Nested(values(element, problems), position));
            default -> Optional.empty();
        };
    }

    private static Optional<String> label(XmlElement root) {
        return root.child("MetaData")
                .flatMap(data -> data.child("Label"))
                .map(label -> label.text().strip())
                .filter(label -> !label.isEmpty());
    }

    /**
     * Reads {@code workflow/ID.xml}.
     *
     * @param file what messages call it
     * @param id the id that the file's name gives
     * @throws WorkflowException with every mistake
     */
    public static ProjectWorkflow workflow(String file, byte[] bytes, String id) throws WorkflowException {
        XmlElement root = XmlReader.read(file, bytes);
        Problems problems = new Problems(file);
        if (!root.name().equals("Workflow")) {
            throw problems.only(root.position(), "this is a <" + root.name() + ">, not a <Workflow>");
        }
        Map<String, ProjectNode> nodes = new LinkedHashMap<>();
        for (XmlElement element : root.children()) {
            if (element.name().equals("Operator") || element.name().equals("Dataset")) {
                ProjectNode node = node(element, problems);
                if (nodes.put(node.id(), node) != null) {
                    problems.add(node.position(), "the node '" + node.id() + "' is there twice");
                }
            }
        }
        if (nodes.isEmpty()) {
            problems.add(root.position(), "the workflow '" + id + "' has no nodes");
        }
        problems.throwIfAny();
        String name = root.attribute("id").isEmpty() ? id : root.attribute("id");
        return new ProjectWorkflow(name, label(root), nodes, root.position());
    }

    private static ProjectNode node(XmlElement element, Problems problems) {
        String task = element.attribute("task");
        if (task.isEmpty()) {
            problems.add(element.position(), "the <" + element.name() + "> names no task");
        }
        return new ProjectNode(
                element.attribute("id").isEmpty() ? task : element.attribute("id"),
                task,
                list(element, "inputs"),
                named(element, "outputs"),
                named(element, "errorOutputs"),
                named(element, "configInputs"),
                named(element, "dependencyInputs"),
                element.position());
    }

    /** A list of ids; an empty item is a vacant port, one at the end says nothing. */
    private static List<String> list(XmlElement element, String attribute) {
        List<String> ids = new ArrayList<>();
        for (String id : element.attribute(attribute).split(",", -1)) {
            ids.add(id.strip());
        }
        while (!ids.isEmpty() && ids.get(ids.size() - 1).isEmpty()) {
            ids.remove(ids.size() - 1);
        }
        return ids;
    }

    private static List<String> named(XmlElement element, String attribute) {
        return list(element, attribute).stream().filter(id -> !id.isEmpty()).toList();
    }

    /**
     * Reads {@code variables.xml}.
     *
     * @param file what messages call it
     * @throws WorkflowException with every mistake
     */
    public static List<ProjectVariable> variables(String file, byte[] bytes) throws WorkflowException {
        XmlElement root = XmlReader.read(file, bytes);
        Problems problems = new Problems(file);
        Map<String, ProjectVariable> variables = new LinkedHashMap<>();
        root.children("Variable").forEach(element -> {
            ProjectVariable variable = variable(element);
            if (variable.name().isEmpty()) {
                problems.add(element.position(), "the <Variable> has no name");
            } else if (variables.put(variable.name(), variable) != null) {
                problems.add(element.position(), "the variable '" + variable.name() + "' is there twice");
            }
        });
        problems.throwIfAny();
        return List.copyOf(variables.values());
    }

    private static ProjectVariable variable(XmlElement element) {
        Optional<String> template =
                element.child("Template").map(XmlElement::text).filter(text -> !text.isBlank());
        return new ProjectVariable(
                element.attribute("name"),
                element.child("Value").map(XmlElement::text).orElse(""),
                template,
                element.attribute("isSensitive").equals("true"),
                element.position());
    }
}
