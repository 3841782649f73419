package dev.tokenport.service.json;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The entities of one JSON text, read as they are asked for: an object is one entity, an array one entity per element.
 * Each member becomes one value; numbers keep their digits, and an array, object or null is one value of type json. For
 * one thread.
 */
public final class JsonRows implements AutoCloseable {

    /** What becomes of an element, or of a whole text, that is not an object. */
    public enum Scalars {
        /** It is an entity with the path {@code value}. */
        VALUES,
        /** It is a fault. */
        REFUSED
    }

    /** The path of an element that is not an object. */
    public static final String VALUE = "value";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Value TRUE = new Value.Text("true", JsonType.BOOLEAN);
    private static final Value FALSE = new Value.Text("false", JsonType.BOOLEAN);
    private static final Value NULL = new Value.Text("null", JsonType.JSON);

    private final JsonParser parser;
    private final Scalars scalars;
    private final SchemaPool schemas = new SchemaPool();
    private final List<String> names = new ArrayList<>();
    private final List<List<Value>> values = new ArrayList<>();
    private State state = State.START;

    private enum State {
        START,
        IN_ARRAY,
        END
    }

    /** Rows of the text in {@code input}, in UTF-8 (or 16 or 32, by its first bytes); closed together with this. */
    public JsonRows(InputStream input, Scalars scalars) {
        this.parser = JSON.createParser(ObjectReadContext.empty(), input);
        this.scalars = scalars;
    }

    /** Whether a text is one JSON value and nothing else. */
    public static boolean isJson(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            parser.skipChildren();
            return first != null && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /**
     * The next entity, {@code null} at the end.
     *
     * @throws JsonFault if the text is not the JSON that was expected, with the place
     * @throws IOException if the text cannot be read
     */
    public @Nullable Entity next() throws JsonFault, IOException {
        try {
            return switch (state) {
                case START -> first();
                case IN_ARRAY -> element();
                case END -> null;
            };
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw fault(e.getOriginalMessage().lines().findFirst().orElse("broken"), e.getLocation());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable Entity first() throws JsonFault {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonFault("there is no JSON in it", 1, 1);
        }
        if (token == JsonToken.START_ARRAY) {
            state = State.IN_ARRAY;
            return element();
        }
        Entity only = entity(token);
        end();
        return only;
    }

    private @Nullable Entity element() throws JsonFault {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            end();
            return null;
        }
        return entity(token);
    }

    private void end() throws JsonFault {
        state = State.END;
        if (parser.nextToken() != null) {
            throw fault("more follows after the end of the JSON value", parser.currentTokenLocation());
        }
    }

    private Entity entity(@Nullable JsonToken token) throws JsonFault {
        names.clear();
        values.clear();
        if (token == JsonToken.START_OBJECT) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                names.add(name);
                values.add(List.of(value(parser.nextToken())));
            }
        } else if (scalars == Scalars.VALUES) {
            names.add(VALUE);
            values.add(List.of(value(token)));
        } else {
            throw fault("expected an object, found " + kind(token), parser.currentTokenLocation());
        }
        Schema schema = schemas.of(names);
        return new Entity("", schema, values);
    }

    private Value value(@Nullable JsonToken token) {
        if (token == null) {
            throw new IllegalStateException("the parser ended within a value");
        }
        return switch (token) {
            case VALUE_STRING -> Value.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Text(parser.getString(), JsonType.NUMBER);
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            default -> new Value.Text(nested(token), JsonType.JSON);
        };
    }

    /** Copies an array or object token by token, since a copy through numbers would change their digits. */
    private String nested(JsonToken start) {
        var out = new StringBuilder();
        int depth = 0;
        boolean comma = false;
        for (JsonToken token = start; token != null; token = parser.nextToken()) {
            if (comma && !token.isStructEnd()) {
                out.append(',');
            }
            comma = token != JsonToken.PROPERTY_NAME && !token.isStructStart();
            appendToken(out, token);
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        return out.toString();
    }

    private void appendToken(StringBuilder out, JsonToken token) {
        switch (token) {
            case PROPERTY_NAME -> {
                JsonText.appendString(out, parser.currentName());
                out.append(':');
            }
            case VALUE_STRING -> JsonText.appendString(out, parser.getString());
            case START_OBJECT -> out.append('{');
            case END_OBJECT -> out.append('}');
            case START_ARRAY -> out.append('[');
            case END_ARRAY -> out.append(']');
            default -> out.append(parser.getString());
        }
    }

    private static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "the end";
        }
        return switch (token) {
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "an array";
        };
    }

    private static JsonFault fault(String message, TokenStreamLocation at) {
        return new JsonFault(message, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
