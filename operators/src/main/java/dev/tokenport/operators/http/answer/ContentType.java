package dev.tokenport.operators.http.answer;

import dev.tokenport.http.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content type (RFC 9110 §8.3). Immutable.
 *
 * @param text as it was sent, empty if it was not
 */
record ContentType(String text) {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;\"]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;]*))");

    static ContentType of(Headers headers) {
        return new ContentType(headers.first("Content-Type").orElse("").strip());
    }

    /** The media type without its parameters, in lower case. */
    String name() {
        return text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The value of a parameter. */
    Optional<String> parameter(String name) {
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(2);
                return Optional.of(quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return Optional.empty();
    }

    /** For people. */
    String shown() {
        return text.isEmpty() ? "a body without content type" : text;
    }
}
