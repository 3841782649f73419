package dev.tokenport.graphql;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Writes values as literals of GraphQL (§2.9), which differ from those of JSON in objects: their names have no quotes. */
final class QueryLiteral {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    private QueryLiteral() {}

    /**
     * Appends a value.
     *
     * @throws IllegalArgumentException if it has no literal; the message is a predicate
     */
    static StringBuilder append(StringBuilder out, Value.Text value) {
        if (value.type() == JsonType.STRING) {
            JsonText.appendString(out, value.text());
            return out;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), value.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                append(out, token, parser.getString());
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("has a value of type " + name(value) + " that is not JSON", e);
        }
        return out;
    }

    private static void append(StringBuilder out, JsonToken token, String text) {
        if (token == JsonToken.PROPERTY_NAME) {
            if (!NAME.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "has a JSON object with a member whose name GraphQL cannot have in a literal; use a variable");
            }
            out.append(text).append(':');
        } else if (token == JsonToken.VALUE_STRING) {
            JsonText.appendString(out, text);
            out.append(' ');
        } else {
            out.append(text).append(' ');
        }
    }

    private static String name(Value.Text value) {
        return value.type().name().toLowerCase(Locale.ROOT);
    }
}
