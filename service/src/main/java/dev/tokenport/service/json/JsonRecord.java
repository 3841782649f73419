package dev.tokenport.service.json;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/** Makes an entity of the tokens of one record. For one thread. */
public final class JsonRecord {

    private final JsonRows.Scalars scalars;
    private final SchemaPool schemas;
    private final List<String> names = new ArrayList<>();
    private final List<List<Value>> values = new ArrayList<>();
    private int size;

    /** A maker of entities that treats records which are no objects like this. */
    public JsonRecord(JsonRows.Scalars scalars) {
        this(scalars, new SchemaPool());
    }

    JsonRecord(JsonRows.Scalars scalars, SchemaPool schemas) {
        this.scalars = scalars;
        this.schemas = schemas;
    }

    /**
     * The record that begins with the current token; the last one of it is the current token afterwards.
     *
     * @throws JsonFault if it is no object, and has to be one, or too large
     */
    public Entity read(JsonTokens reading, JsonToken token) throws JsonFault {
        names.clear();
        values.clear();
        size = 0;
        if (token == JsonToken.START_OBJECT) {
            while (following(reading) == JsonToken.PROPERTY_NAME) {
                names.add(sized(reading, reading.text()));
                values.add(List.of(value(reading, following(reading))));
            }
        } else if (scalars == JsonRows.Scalars.VALUES) {
            names.add(JsonRows.VALUE);
            values.add(List.of(value(reading, token)));
        } else {
            throw JsonFault.at("expected an object, found " + kind(token), reading.location());
        }
        return new Entity("", schemas.of(names), values);
    }

    private Value value(JsonTokens reading, JsonToken token) throws JsonFault {
        Value.Text value =
                token.isScalarValue() ? reading.scalar() : new Value.Text(nested(reading, token), JsonType.JSON);
        sized(reading, value.text());
        return value;
    }

    private String sized(JsonTokens reading, String text) throws JsonFault {
        reading.requireRoom(text.length());
        size += text.length();
        reading.requireRoom(size);
        return text;
    }

    /** Copies an array or object token by token, since a copy through numbers would change their digits. */
    private String nested(JsonTokens reading, JsonToken start) throws JsonFault {
        var out = new StringBuilder();
        int depth = 0;
        boolean comma = false;
        JsonToken token = start;
        while (true) {
            if (comma && !token.isStructEnd()) {
                out.append(',');
            }
            comma = token != JsonToken.PROPERTY_NAME && !token.isStructStart();
            append(out, reading, token);
            reading.requireRoom(out.length());
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return out.toString();
            }
            token = following(reading);
        }
    }

    private static void append(StringBuilder out, JsonTokens reading, JsonToken token) {
        if (token == JsonToken.PROPERTY_NAME) {
            JsonText.appendString(out, reading.text());
            out.append(':');
        } else if (token == JsonToken.VALUE_STRING) {
            JsonText.appendString(out, reading.text());
        } else {
            out.append(reading.text());
        }
    }

    /** The next token, of which there is one: a text that ends within a value is no JSON. */
    private static JsonToken following(JsonTokens reading) {
        JsonToken token = reading.next();
        if (token == null) {
            throw new IllegalStateException("the parser ended within a value");
        }
        return token;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "an array";
        };
    }
}
