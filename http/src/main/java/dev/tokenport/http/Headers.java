package dev.tokenport.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Header fields in order; names compare without regard to case. Prints the names only. Immutable.
 *
 * @param fields the fields in the order of the wire
 */
public record Headers(List<Field> fields) {

    private static final String TOKEN_MARKS = "!#$%&'*+.^_`|~-";

    /**
     * One header field; prints its name only.
     *
     * @param name an RFC 9110 token
     * @param value the value, without line breaks or other control characters
     */
    public record Field(String name, String value) {

        /** Checks name and value against RFC 9110 §5; the message never repeats the value. */
        public Field {
            if (!isToken(name)) {
                throw new IllegalArgumentException("'" + name + "' is not a header name (RFC 9110 §5.1)");
            }
            if (hasControlCharacter(value)) {
                throw new IllegalArgumentException(
                        "the value of header '" + name + "' has a line break or control character in it");
            }
        }

        @Override
        public String toString() {
            return name;
        }

        // Of each header field of each message, so without regular expressions and streams.
        private static boolean isToken(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
                    return false;
                }
            }
            return !name.isEmpty();
        }

        private static boolean hasControlCharacter(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if ((c < 0x20 && c != '\t') || c == 0x7f) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Copies the list. */
    public Headers {
        fields = List.copyOf(fields);
    }

    /** No headers. */
    public static Headers none() {
        return new Headers(List.of());
    }

    /** These headers and one more. */
    public Headers with(String name, String value) {
        var copy = new ArrayList<>(fields);
        copy.add(new Field(name, value));
        return new Headers(copy);
    }

    /** These headers without those of this name. */
    public Headers without(String name) {
        return new Headers(
                fields.stream().filter(f -> !f.name().equalsIgnoreCase(name)).toList());
    }

    /** The first value of the header. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** All values of the header. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                values.add(field.value());
            }
        }
        return List.copyOf(values);
    }

    /** Whether there is such a header. */
    public boolean contains(String name) {
        return first(name).isPresent();
    }
}
