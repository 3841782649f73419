package dev.tokenport.service.template;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;

/**
 * Writes the values that a template prints into its text, encoded as the language of the text needs it. May keep what it
 * has found out about the text so far: each rendering has a writer of its own unless it keeps nothing.
 */
@FunctionalInterface
public interface ValueWriter {

    /** Writes the characters of a value as they are, none for a missing one. Keeps nothing. */
    ValueWriter PLAIN = (text, value) -> text.append(characters(value));

    /**
     * Appends a value.
     *
     * @param textSoFar all that stands before the value; only appended to
     * @param value the value with its type; a missing one is the JSON null
     * @throws IllegalArgumentException if the value cannot stand there; the message is a predicate, such as {@code has a
     *     value in a comment}, without the value
     */
    void append(StringBuilder textSoFar, Value.Text value);

    /** A writer for one JSON text: within a string values are escaped, outside they are the JSON values that they are. */
    static ValueWriter json() {
        return new JsonWriter();
    }

    /** The characters of a value, none for a missing one. */
    static String characters(Value.Text value) {
        return isMissing(value) ? "" : value.text();
    }

    /** Whether a value is missing, or the JSON null. */
    static boolean isMissing(Value.Text value) {
        return value.type() == JsonType.JSON && value.text().equals("null");
    }
}
