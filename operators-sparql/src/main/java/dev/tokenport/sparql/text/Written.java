package dev.tokenport.sparql.text;

import dev.tokenport.operator.Value;
import dev.tokenport.service.template.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The texts of values in SPARQL, one way of writing per place. What they refuse, they refuse with a predicate. */
final class Written {

    private static final String HEX = "0123456789ABCDEF";
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]++(?:-[A-Za-z0-9]++)*+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private Written() {}

    /** A literal: a number or boolean as it is, anything else as a string in quotes. */
    static String literal(Value.Text value) {
        String text = present(value, "where a term is needed");
        return switch (value.type()) {
            case NUMBER -> NUMBER.matcher(text).matches() ? text : quoted(text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? text : quoted(text);
            case STRING, JSON -> quoted(text);
        };
    }

    /** What stands between the quotes of a string, of whichever kind; nothing for a missing value. */
    static String escaped(Value.Text value) {
        return escaped(ValueWriter.characters(value));
    }

    /** A whole IRI, or the beginning of one with its scheme. */
    static String iri(Value.Text value) {
        String text = present(value, "as an IRI");
        if (!ABSOLUTE.matcher(text).matches()) {
            throw new IllegalArgumentException("has a value directly behind '<' that is no absolute IRI;"
                    + " if '<' means \"less than\", put a blank behind it");
        }
        if (text.chars().anyMatch(c -> Scanner.neverInIri((char) c))) {
            throw new IllegalArgumentException(
                    "has a value directly behind '<' with a character in it that no IRI can have");
        }
        return whole(text);
    }

    /** A part of an IRI, as {@code ENCODE_FOR_URI} writes it (SPARQL 1.1 Query §17.4.3.11). */
    static String iriPart(Value.Text value) {
        var encoded = new StringBuilder();
        for (byte octet : whole(present(value, "in an IRI")).getBytes(StandardCharsets.UTF_8)) {
            int c = octet & 0xff;
            if (unreserved(c)) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return encoded.toString();
    }

    /** A part of the local name of a prefixed name (PN_LOCAL), which stands for the same IRI as {@link #iriPart}. */
    static String localName(Value.Text value) {
        return iriPart(value).replaceAll("[.~-]", "\\\\$0");
    }

    /** A language tag. */
    static String language(Value.Text value) {
        String text = present(value, "as a language tag");
        if (!LANGUAGE.matcher(text).matches()) {
            throw new IllegalArgumentException("has a value behind '@' that is no language tag");
        }
        return text;
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : whole(text).toCharArray()) {
            switch (c) {
                case '\\', '"', '\'' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String present(Value.Text value, String where) {
        if (ValueWriter.isMissing(value)) {
            throw new IllegalArgumentException("has a missing value " + where + "; ask for it with {% if … %}");
        }
        return value.text();
    }

    /** Half of a surrogate pair has no code point, and would be sent as another character. */
    private static String whole(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("has a value with half of a surrogate pair in it");
        }
        return text;
    }

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
