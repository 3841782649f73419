package dev.tokenport.workflow;

import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of the parameters of an operator. Each value may also be a text with references, or be left empty. */
final class ParameterSchema {

    private static final List<String> SCALAR = List.of("string", "number", "boolean", "null");

    private final ParameterList parameters;

    ParameterSchema(ParameterList parameters) {
        this.parameters = parameters;
    }

    /** The schema of the mapping that holds the values. */
    Map<String, Object> values() {
        Map<String, Object> schema = JsonText.object(
                "type", List.of("object", "null"),
                "additionalProperties", false,
                "properties", properties());
        Map<String, Object> entries = entries("");
        if (!entries.isEmpty()) {
            schema.put("patternProperties", entries);
        }
        return schema;
    }

    /** The entries of maps, which have addresses of their own. */
    private Map<String, Object> entries(String prefix) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (ParameterDescription parameter : parameters.descriptions()) {
            String address = prefix + parameter.id() + "-";
            if (parameter.type() instanceof ParameterType.MapType) {
                entries.put("^" + address + ".", JsonText.object("type", SCALAR));
            } else if (parameter.type() instanceof ParameterType.NestedType nested) {
                entries.putAll(new ParameterSchema(nested.parameters()).entries(address));
            }
        }
        return entries;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.descriptions().forEach(parameter -> properties.put(parameter.id(), schema(parameter)));
        for (String address : parameters.addresses()) {
            parameters.find(address).ifPresent(parameter -> properties.putIfAbsent(address, schema(parameter)));
        }
        return properties;
    }

    /** What a task needs: a schema per mandatory parameter. */
    List<Map<String, Object>> mandatory() {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (ParameterDescription parameter : parameters.descriptions()) {
            Map<String, Object> needed = JsonText.object(
                    "required",
                    List.of("parameters"),
                    "properties",
                    JsonText.object(
                            "parameters", JsonText.object("type", "object", "required", List.of(parameter.id()))));
            if (!parameter.defaultValue().isEmpty()) {
                continue;
            }
            if (parameter.mandatory() instanceof Mandatory.Always) {
                rules.add(needed);
            } else if (parameter.mandatory() instanceof Mandatory.When when) {
                rules.add(JsonText.object("if", has(when), "then", needed));
            }
        }
        return rules;
    }

    private Map<String, Object> has(Mandatory.When when) {
        List<Map<String, Object>> all =
                when.conditions().stream().map(this::has).toList();
        return all.size() == 1 ? all.get(0) : JsonText.object("allOf", all);
    }

    private Map<String, Object> has(Mandatory.Condition condition) {
        boolean byDefault = parameters
                .find(condition.parameter())
                .map(other -> condition.values().contains(other.defaultValue()))
                .orElse(false);
        Map<String, Object> given = JsonText.object(
                "properties",
                JsonText.object(
                        "parameters",
                        JsonText.object(
                                "properties",
                                JsonText.object(
                                        condition.parameter(), JsonText.object("enum", forms(condition.values()))))));
        if (byDefault) {
            return given;
        }
        Map<String, Object> written = JsonText.object(
                "required",
                List.of("parameters"),
                "properties",
                JsonText.object(
                        "parameters", JsonText.object("type", "object", "required", List.of(condition.parameter()))));
        return JsonText.object("allOf", List.of(given, written));
    }

    private static List<Object> forms(List<String> values) {
        List<Object> forms = new ArrayList<>(values);
        values.stream()
                .filter(value -> value.equals("true") || value.equals("false"))
                .forEach(value -> forms.add(value.equals("true")));
        return forms;
    }

    private static Map<String, Object> schema(ParameterDescription parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", parameter.label());
        String description = parameter.description().replaceAll("\\s+", " ").strip();
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        if (!parameter.defaultValue().isEmpty() && !parameter.confidential()) {
            schema.put("default", defaultValue(parameter));
        }
        schema.putAll(type(parameter));
        return schema;
    }

    private static Object defaultValue(ParameterDescription parameter) {
        String text = parameter.defaultValue();
        if (parameter.type() instanceof ParameterType.BooleanType) {
            return text.equals("true");
        }
        return parameter.type() instanceof ParameterType.IntegerType && text.matches("-?[0-9]{1,9}")
                ? Integer.valueOf(text)
                : text;
    }

    private static Map<String, Object> type(ParameterDescription parameter) {
        ParameterType type = parameter.type();
        if (parameter.httpUrl().isPresent() && !parameter.template()) {
            return orReference(text("^([hH][tT][tT][pP][sS]?://.*)?$"));
        }
        if (type instanceof ParameterType.IntegerType) {
            return orReference(JsonText.object("type", "integer"), text("^([+-]?[0-9]+)?$"));
        }
        if (type instanceof ParameterType.BooleanType) {
            return orReference(
                    JsonText.object("type", "boolean"), JsonText.object("enum", List.of("true", "false", "")));
        }
        if (type instanceof ParameterType.EnumerationType choices) {
            List<Object> texts = new ArrayList<>(choices.choices());
            return orReference(JsonText.object("enum", texts), JsonText.object("const", ""));
        }
        if (type instanceof ParameterType.DurationType) {
            return orReference(text("^([0-9]+ *(ms|s|m|h|d)|[+-]?[Pp].+)?$"));
        }
        if (type instanceof ParameterType.UriType && !parameter.template()) {
            return orReference(JsonText.object("type", "string", "format", "uri-reference"));
        }
        if (type instanceof ParameterType.MapType) {
            Map<String, Object> scalar = JsonText.object("type", SCALAR);
            return orReference(JsonText.object("type", "object", "additionalProperties", scalar), text("^\\s*(\\{|$)"));
        }
        if (type instanceof ParameterType.NestedType nested) {
            return orReference(new ParameterSchema(nested.parameters()).values(), text("^\\s*(\\{|$)"));
        }
        boolean mapping = type instanceof ParameterType.MultilineType text && text.mapping();
        return JsonText.object("type", mapping ? List.of("string", "number", "boolean", "null", "object") : SCALAR);
    }

    private static Map<String, Object> text(String pattern) {
        return JsonText.object("type", "string", "pattern", pattern);
    }

    private static Map<String, Object> orReference(Map<String, Object> schema, Map<String, Object> other) {
        return orReference(List.of(schema, other));
    }

    private static Map<String, Object> orReference(Map<String, Object> schema) {
        return orReference(List.of(schema));
    }

    private static Map<String, Object> orReference(List<Map<String, Object>> schemas) {
        List<Object> alternatives = new ArrayList<>(schemas);
        alternatives.add(WorkflowSchema.reference("reference"));
        alternatives.add(JsonText.object("type", "null"));
        return JsonText.object("anyOf", alternatives);
    }
}
