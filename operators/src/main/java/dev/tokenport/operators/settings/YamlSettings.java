package dev.tokenport.operators.settings;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.Text;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads parameter settings written in YAML. Numbers and booleans are those of JSON; what else is plain is a string. No
 * error quotes the text, which may hold secrets.
 */
final class YamlSettings {

    private static final int DEEPEST = 50;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final JsonFactory JSON = new JsonFactory();

    private final String parameter;

    private YamlSettings(String parameter) {
        this.parameter = parameter;
    }

    /**
     * The values by parameter, in order.
     *
     * @param parameter what messages call the text
     */
    static Map<String, List<Value>> read(String parameter, String yaml) throws OperatorException {
        return new YamlSettings(parameter).read(yaml);
    }

    private Map<String, List<Value>> read(String yaml) throws OperatorException {
        // Aliases of collections could make a small text huge, or endless.
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setAllowNonScalarKeys(true)
                .setLabel(parameter)
                .build();
        try {
            checkDepth(new Parse(settings).parseString(yaml));
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
                throw new OperatorException(parameter + " is not a YAML mapping of names and values");
            }
            Map<String, List<Value>> values = new LinkedHashMap<>();
            for (Map.Entry<String, Node> entry : entries(mapping).entrySet()) {
                values.put(entry.getKey(), values(entry.getValue()));
            }
            return values;
        } catch (MarkedYamlEngineException e) {
            throw faulty(e.getProblemMark().or(e::getContextMark), "this is not valid YAML");
        } catch (YamlEngineException e) {
            throw faulty(Optional.empty(), "an alias of a list or mapping is not accepted");
        }
    }

    /** What makes nodes of the text calls itself for each level, until the stack is full. */
    private void checkDepth(Iterable<Event> events) throws OperatorException {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof CollectionStartEvent) {
                depth++;
            }
            if (depth > DEEPEST) {
                throw faulty(
                        event.getStartMark(), "more than " + DEEPEST + " lists or mappings stand in each other here");
            }
        }
    }

    private OperatorException faulty(Optional<Mark> mark, String problem) {
        String place = mark.map(at -> " line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ":")
                .orElse("");
        return new OperatorException(parameter + (place.isEmpty() ? ":" : place) + " " + problem);
    }

    private Map<String, Node> entries(MappingNode mapping) throws OperatorException {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw faulty(tuple.getKeyNode().getStartMark(), "a key must be a text");
            }
            if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                throw faulty(key.getStartMark(), "this key stands twice in its mapping");
            }
        }
        return entries;
    }

    private List<Value> values(Node node) throws OperatorException {
        if (node instanceof ScalarNode scalar) {
            return isNull(scalar) ? List.of() : List.of(new Text(scalar.getValue(), type(scalar)));
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> values = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                values.addAll(item instanceof SequenceNode ? List.of(json(item)) : values(item));
            }
            return values;
        }
        return List.of(json(node));
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("null")
                        || scalar.getValue().equals("~"));
    }

    private static JsonType type(ScalarNode scalar) {
        if (!scalar.isPlain()) {
            return JsonType.STRING;
        }
        String text = scalar.getValue();
        if (text.equals("true") || text.equals("false")) {
            return JsonType.BOOLEAN;
        }
        return NUMBER.matcher(text).matches() ? JsonType.NUMBER : JsonType.STRING;
    }

    private Value json(Node node) throws OperatorException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(node, generator);
        }
        return new Text(text.toString(), JsonType.JSON);
    }

    private void write(Node node, JsonGenerator generator) throws OperatorException {
        if (node instanceof MappingNode mapping) {
            generator.writeStartObject();
            for (Map.Entry<String, Node> entry : entries(mapping).entrySet()) {
                generator.writeName(entry.getKey());
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (node instanceof SequenceNode sequence) {
            generator.writeStartArray();
            for (Node item : sequence.getValue()) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (node instanceof ScalarNode scalar) {
            if (isNull(scalar)) {
                generator.writeNull();
            } else if (type(scalar) == JsonType.STRING) {
                generator.writeString(scalar.getValue());
            } else {
                generator.writeRawValue(scalar.getValue());
            }
        }
    }
}
