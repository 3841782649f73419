package dev.tokenport.workflow;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.ParameterList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (2020-12) of workflow files, with the parameters of all operators. */
public final class WorkflowSchema {

    private WorkflowSchema() {}

    /** The schema as JSON text, with a line end at the end. The same operators in any order give the same text. */
    public static String of(OperatorRegistry registry) {
        List<Operator<?>> operators = registry.operators().stream()
                .sorted(Comparator.comparing(operator -> operator.description().id()))
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Tokenport workflow");
        schema.put("description", "Tasks and the connections between them.");
        schema.put("type", "object");
        schema.put("required", List.of("workflow", "tasks"));
        schema.put("additionalProperties", false);
        schema.put("properties", properties());
        schema.put("$defs", definitions(operators));
        return JsonText.of(schema);
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("workflow", name("The workflow's name."));
        properties.put(
                "tasks",
                JsonText.object(
                        "description",
                        "The tasks by id.",
                        "type",
                        "object",
                        "minProperties",
                        1,
                        "propertyNames",
                        JsonText.object("pattern", "^" + TaskReader.ID + "$"),
                        "additionalProperties",
                        reference("task")));
        return properties;
    }

    private static Map<String, Object> definitions(List<Operator<?>> operators) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("task", task(operators));
        definitions.put("taskId", id("The id of a task", ""));
        definitions.put("taskIds", oneOrMore(reference("taskId")));
        definitions.put(
                "output",
                id("The id of a task; with .rejects after it, the entities that the task rejects", "(\\.rejects)?"));
        definitions.put("outputs", oneOrMore(reference("output")));
        definitions.put("config", config());
        definitions.put(
                "reference",
                JsonText.object(
                        "title", "A reference",
                        "description",
                                "${env:NAME}: an environment variable; ${file:PATH}: a file's text;"
                                        + " ${process:COMMAND ARGUMENT…}: the first line a command prints;"
                                        + " ${encrypted:…}: what 'tokenport encrypt' has printed.",
                        "type", "string",
                        "pattern", "\\$\\{(env|file|process|encrypted):[^}]+\\}"));
        return definitions;
    }

    private static Map<String, Object> task(List<Operator<?>> operators) {
        List<Object> names = new ArrayList<>();
        List<Object> rules = new ArrayList<>();
        for (Operator<?> operator : operators) {
            OperatorDescription description = operator.description();
            ids(description)
                    .forEach(id -> names.add(JsonText.object(
                            "const", id, "title", description.label(), "description", description.description())));
            ParameterSchema parameters = new ParameterSchema(ParameterList.of(operator.parameters()));
            rules.add(rule(description, parameters));
            rules.addAll(mandatory(description, parameters));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "operator",
                JsonText.object("description", "The id of the operator, or its alias.", "anyOf", List.copyOf(names)));
        properties.put("label", name("The task's name for people."));
        properties.put("queue", queue());
        properties.put("inputs", described("Where entities come from: a task, or a list of tasks.", "outputs"));
        properties.put("config", described("Whose values replace this task's parameters of that name.", "config"));
        properties.put("after", described("What must be finished before: a task, or a list of tasks.", "taskIds"));
        properties.put(
                "parameters",
                JsonText.object("description", "Values by parameter id.", "type", List.of("object", "null")));
        return JsonText.object(
                "type",
                "object",
                "required",
                List.of("operator"),
                "additionalProperties",
                false,
                "properties",
                properties,
                "allOf",
                List.copyOf(rules));
    }

    private static Map<String, Object> rule(OperatorDescription description, ParameterSchema parameters) {
        return JsonText.object(
                "if", operatorIs(description),
                "then", JsonText.object("properties", JsonText.object("parameters", parameters.values())));
    }

    /** What must have a value is known only of a task without config ports: these may deliver it. */
    private static List<Object> mandatory(OperatorDescription description, ParameterSchema parameters) {
        List<Object> rules = new ArrayList<>();
        for (Map<String, Object> rule : parameters.mandatory()) {
            rules.add(JsonText.object(
                    "if",
                    JsonText.object(
                            "allOf",
                            List.of(
                                    operatorIs(description),
                                    JsonText.object("not", JsonText.object("required", List.of("config"))))),
                    "then",
                    rule));
        }
        return rules;
    }

    private static Map<String, Object> operatorIs(OperatorDescription description) {
        return JsonText.object(
                "required",
                List.of("operator"),
                "properties",
                JsonText.object("operator", JsonText.object("enum", ids(description))));
    }

    private static List<String> ids(OperatorDescription description) {
        List<String> ids = new ArrayList<>(description.aliases());
        ids.add(description.id());
        return ids;
    }

    private static Map<String, Object> config() {
        Map<String, Object> renamed = JsonText.object(
                "type",
                "object",
                "required",
                List.of("from"),
                "additionalProperties",
                false,
                "properties",
                JsonText.object(
                        "from", reference("output"),
                        "map",
                                JsonText.object(
                                        "description", "Parameters by the path that is delivered to them.",
                                        "type", "object",
                                        "additionalProperties", JsonText.object("type", "string"))));
        return oneOrMore(JsonText.object("anyOf", List.of(reference("output"), renamed)));
    }

    private static Map<String, Object> oneOrMore(Map<String, Object> one) {
        return JsonText.object("anyOf", List.of(one, JsonText.object("type", "array", "items", one)));
    }

    private static Map<String, Object> id(String title, String suffix) {
        return JsonText.object(
                "type", List.of("string", "number"), "title", title, "pattern", "^" + TaskReader.ID + suffix + "$");
    }

    private static Map<String, Object> name(String description) {
        return JsonText.object(
                "description", description, "type", List.of("string", "number", "boolean"), "pattern", "\\S");
    }

    private static Map<String, Object> queue() {
        Map<String, Object> queue =
                name("The queue of workers that execute the task, with --engine; that of the run without one.");
        queue.put("maxLength", QueueName.LONGEST);
        return queue;
    }

    private static Map<String, Object> described(String description, String definition) {
        return JsonText.object("description", description, "$ref", "#/$defs/" + definition);
    }

    static Map<String, Object> reference(String definition) {
        return JsonText.object("$ref", "#/$defs/" + definition);
    }
}
