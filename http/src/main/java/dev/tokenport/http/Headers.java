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

    /**
     * One header field; prints its name only.
     *
     * @param name an RFC 9110 token
     * @param value the value, without line breaks or other control characters
     */
    public record Field(String name, String value) {

        /** Checks name and value against RFC 9110 §5; the message never repeats the value. */
        public Field {
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new IllegalArgumentException("'" + name + "' is not a header name (RFC 9110 §5.1)");
            }
            if (value.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
                throw new IllegalArgumentException(
                        "the value of header '" + name + "' has a line break or control character in it");
            }
        }

        @Override
        public String toString() {
            return name;
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
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** All values of the header. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** Whether there is such a header. */
    public boolean contains(String name) {
        return first(name).isPresent();
    }
}
