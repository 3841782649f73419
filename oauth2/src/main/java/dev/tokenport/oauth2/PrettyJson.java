package dev.tokenport.oauth2;

import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON with one member a line. Numbers stay as they were written; characters that would do something to a terminal, or
 * cannot be seen, are escaped. For one thread.
 */
final class PrettyJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean first = true;

    private PrettyJson() {}

    /** Valid JSON, indented, without a line end after it. */
    static String of(String json) {
        var pretty = new PrettyJson();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                pretty.add(token, parser);
            }
        }
        return pretty.text.toString();
    }

    private void add(JsonToken token, JsonParser parser) {
        if (token.isStructEnd()) {
            depth--;
            if (!first) {
                line();
            }
            text.append(token.asString());
            first = false;
            return;
        }
        if (beginsLine(token, parser)) {
            next();
        }
        write(token, parser);
    }

    /** A member does, and an item of an array. */
    private static boolean beginsLine(JsonToken token, JsonParser parser) {
        if (token.isStructStart()) {
            return parser.streamReadContext().getParent().inArray();
        }
        return token == JsonToken.PROPERTY_NAME || parser.streamReadContext().inArray();
    }

    private void write(JsonToken token, JsonParser parser) {
        if (token.isStructStart()) {
            text.append(token.asString());
            depth++;
            first = true;
        } else if (token == JsonToken.PROPERTY_NAME) {
            string(parser.currentName());
            text.append(": ");
        } else if (token == JsonToken.VALUE_STRING) {
            string(parser.getString());
        } else {
            text.append(parser.getString());
        }
    }

    private void next() {
        if (!first) {
            text.append(',');
        }
        line();
        first = false;
    }

    private void line() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void string(String value) {
        text.append('"');
        value.codePoints().forEach(this::character);
        text.append('"');
    }

    private void character(int c) {
        if (c == '"' || c == '\\') {
            text.append('\\').appendCodePoint(c);
        } else if (isVisible(c)) {
            text.appendCodePoint(c);
        } else {
            for (char unit : Character.toChars(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
