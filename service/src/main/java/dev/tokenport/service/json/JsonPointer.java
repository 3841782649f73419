package dev.tokenport.service.json;

import dev.tokenport.secret.OneLine;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place of a value in a JSON text (RFC 6901): {@code /data/items/0}. The empty pointer is the whole text. Immutable.
 *
 * @param segments the names of members, or indices of elements, from the outermost to the value
 */
public record JsonPointer(List<String> segments) {

    /** The whole text. */
    public static final JsonPointer WHOLE = new JsonPointer(List.of());

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("~(?![01])");

    /** Copies the list. */
    public JsonPointer {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a pointer.
     *
     * @param parameter what messages call it, such as {@code pointer}
     * @param text the pointer
     * @throws IllegalArgumentException if it is none; the message begins with {@code parameter}
     */
    public static JsonPointer of(String parameter, String text) {
        if (text.isEmpty()) {
            return WHOLE;
        }
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException(parameter + " '" + OneLine.of(text)
                    + "' is not a JSON pointer: it has to be empty or to begin with '/'");
        }
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw new IllegalArgumentException(parameter + " '" + OneLine.of(text)
                    + "' is not a JSON pointer: behind '~' stands '0' (for '~') or '1' (for '/')");
        }
        return new JsonPointer(Stream.of(text.substring(1).split("/", -1))
                .map(JsonPointer::plain)
                .toList());
    }

    /** The text of the pointer. */
    @Override
    public String toString() {
        return segments.stream()
                .map(segment -> "/" + segment.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String plain(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
