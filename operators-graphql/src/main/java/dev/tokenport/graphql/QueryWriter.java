package dev.tokenport.graphql;

import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;
import dev.tokenport.service.template.ValueWriter;

/**
 * Writes values into a GraphQL document (GraphQL specification §2.1): within a string they are escaped, elsewhere they are
 * literals, and nothing of them can end the place in which they stand. For one rendering.
 */
final class QueryWriter implements ValueWriter {

    private static final String QUOTES = "\"\"\"";
    private static final String ESCAPED_QUOTES = "\\\"\"\"";

    private Place place = Place.BETWEEN;
    private int seen;
    private int begun;

    /** Where in a document the end of the text so far is. */
    private enum Place {
        BETWEEN,
        COMMENT,
        STRING,
        BLOCK_STRING
    }

    @Override
    public void append(StringBuilder textSoFar, Value.Text value) {
        look(textSoFar);
        switch (place) {
            case COMMENT -> throw new IllegalArgumentException("has a value in a comment");
            case STRING -> string(textSoFar, ValueWriter.characters(value));
            case BLOCK_STRING -> blockString(textSoFar, ValueWriter.characters(value));
            // The blanks keep the literal apart from what stands beside it.
            case BETWEEN -> QueryLiteral.append(textSoFar.append(' '), value).append(' ');
        }
        seen = textSoFar.length();
    }

    /** Looks at what was rendered behind the last value. */
    void look(CharSequence text) {
        while (seen < text.length()) {
            seen += switch (place) {
                case BETWEEN -> between(text);
                case COMMENT -> comment(text.charAt(seen));
                case STRING -> string(text);
                case BLOCK_STRING -> blockString(text);
            };
        }
        seen = Math.min(seen, text.length());
    }

    private int between(CharSequence text) {
        char c = text.charAt(seen);
        if (c == '#') {
            place = Place.COMMENT;
        } else if (startsWith(text, QUOTES)) {
            place = Place.BLOCK_STRING;
            begun = seen + QUOTES.length();
            return QUOTES.length();
        } else if (startsWith(text, "\"\"")) {
            return 2;
        } else if (c == '"') {
            place = Place.STRING;
            begun = seen + 1;
        }
        return 1;
    }

    private int comment(char c) {
        if (c == '\n' || c == '\r') {
            place = Place.BETWEEN;
        }
        return 1;
    }

    private int string(CharSequence text) {
        char c = text.charAt(seen);
        if (c == '"') {
            if (seen == begun && startsWith(text, "\"\"")) {
                throw new IllegalArgumentException(
                        "has an empty value in a string directly before another string; put a"
                                + " blank between the strings");
            }
            place = Place.BETWEEN;
        } else if (c == '\\') {
            if (seen + 1 == text.length()) {
                throw new IllegalArgumentException("has a value directly behind a '\\' in a string");
            }
            return 2;
        }
        return 1;
    }

    private int blockString(CharSequence text) {
        if (startsWith(text, ESCAPED_QUOTES)) {
            return ESCAPED_QUOTES.length();
        }
        if (startsWith(text, QUOTES)) {
            place = Place.BETWEEN;
            return QUOTES.length();
        }
        return 1;
    }

    private boolean startsWith(CharSequence text, String what) {
        int end = seen + what.length();
        return end <= text.length() && text.subSequence(seen, end).toString().equals(what);
    }

    private static void string(StringBuilder text, String value) {
        JsonText.appendEscaped(text, value);
    }

    /** A block string has no escapes but one, so that a value must not meet quotes or backslashes of its surroundings. */
    private void blockString(StringBuilder text, String value) {
        boolean meets = text.length() > begun && isQuoteOrBackslash(text.charAt(text.length() - 1));
        boolean ends = !value.isEmpty() && isQuoteOrBackslash(value.charAt(value.length() - 1));
        if (meets || ends) {
            throw new IllegalArgumentException("has a value in a block string that "
                    + (meets ? "stands directly behind" : "ends in")
                    + " a '\"' or a '\\'; use a string (\"…\") or a variable");
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            throw new IllegalArgumentException(
                    "has a value with a control character in a block string; use a string (\"…\") or a variable");
        }
        text.append(value.replace(QUOTES, ESCAPED_QUOTES));
    }

    private static boolean isQuoteOrBackslash(char c) {
        return c == '"' || c == '\\';
    }
}
