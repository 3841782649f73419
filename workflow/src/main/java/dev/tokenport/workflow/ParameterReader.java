package dev.tokenport.workflow;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferenceSyntaxException;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.YamlNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes parameter values of YAML nodes. A key without a value counts as not given. For one thread. */
final class ParameterReader {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final String OPENING = "${";

    private final SourceText source;
    private final Problems problems;

    ParameterReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The values by parameter id. */
    Map<String, ParameterNode> read(Optional<Entry> parameters) {
        if (parameters.isEmpty()) {
            return Map.of();
        }
        YamlNode value = parameters.get().value();
        if (value instanceof YamlNode.Mapping mapping) {
            return entries(mapping);
        }
        if (!(value instanceof YamlNode.Text text && text.isNothing())) {
            problems.add(value.position(), "'parameters' is " + value.kind() + "; write each as 'ID: VALUE' below it");
        }
        return Map.of();
    }

    private Map<String, ParameterNode> entries(YamlNode.Mapping mapping) {
        Map<String, ParameterNode> read = new LinkedHashMap<>();
        mapping.entries().forEach((id, entry) -> {
            if (!(entry.value() instanceof YamlNode.Text text && text.isNothing())) {
                read.put(id, node(id, entry));
            }
        });
        return read;
    }

    private ParameterNode node(String id, Entry entry) {
        YamlNode value = entry.value();
        if (value instanceof YamlNode.Mapping mapping) {
            return new ParameterNode.Mapping(entries(mapping), entry.key(), value.position());
        }
        if (value instanceof YamlNode.Text text) {
            return scalar(text, entry.key());
        }
        problems.add(value.position(), "'" + id + "' is a list; a parameter's value is one text or a mapping");
        return new ParameterNode.Faulty(entry.key(), value.position());
    }

    private ParameterNode scalar(YamlNode.Text text, Position key) {
        try {
            ReferencingText parsed = ReferencingText.parse(text.text());
            return parsed.hasReferences()
                    ? new ParameterNode.Scalar(parsed, JsonType.STRING, key, text.position(), references(text))
                    : new ParameterNode.Scalar(parsed, type(text), key, text.position(), List.of());
        } catch (ReferenceSyntaxException e) {
            problems.add(positionOf(e.offset(), text), String.valueOf(e.getMessage()));
            return new ParameterNode.Faulty(key, text.position());
        }
    }

    private static JsonType type(YamlNode.Text text) {
        if (!text.plain()) {
            return JsonType.STRING;
        }
        if (text.text().equals("true") || text.text().equals("false")) {
            return JsonType.BOOLEAN;
        }
        return beginsAsNumber(text.text()) && NUMBER.matcher(text.text()).matches() ? JsonType.NUMBER : JsonType.STRING;
    }

    /** Tells most texts from numbers without the expression. */
    private static boolean beginsAsNumber(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        return first == '-' || (first >= '0' && first <= '9');
    }

    private Position positionOf(int offset, YamlNode.Text text) {
        int before = 0;
        for (int i = text.text().indexOf(OPENING);
                i >= 0 && i < offset;
                i = text.text().indexOf(OPENING, i + 2)) {
            before++;
        }
        return positionOfOpening(before, text);
    }

    private List<Position> references(YamlNode.Text text) {
        List<Position> positions = new ArrayList<>();
        int occurrence = 0;
        int i = text.text().indexOf(OPENING);
        while (i >= 0) {
            if (i == 0 || text.text().charAt(i - 1) != '$') {
                positions.add(positionOfOpening(occurrence, text));
            }
            occurrence++;
            i = text.text().indexOf(OPENING, i + OPENING.length());
        }
        return positions;
    }

    /** Quotes, escapes and indentation move a character; how many openings are before it is the same everywhere. */
    private Position positionOfOpening(int occurrence, YamlNode.Text text) {
        return source.find(OPENING, occurrence, text.position());
    }
}
