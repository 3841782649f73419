package dev.tokenport.oauth2;

import dev.tokenport.oauth2.Grant.Visibility;
import dev.tokenport.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One field of an {@code application/x-www-form-urlencoded} body. Prints its name only. Immutable.
 *
 * @param name the name, decoded
 * @param value the value, decoded
 * @param visibility whether the value may be shown
 */
record FormField(String name, String value, Visibility visibility) {

    static FormField plain(String name, String value) {
        return new FormField(name, value, Visibility.PLAIN);
    }

    static FormField confidential(String name, String value) {
        return new FormField(name, value, Visibility.CONFIDENTIAL);
    }

    boolean isConfidential() {
        return visibility == Visibility.CONFIDENTIAL;
    }

    /** The value, or {@code ***}. */
    String shown() {
        return isConfidential() ? Secret.MASK : value;
    }

    static byte[] body(List<FormField> fields) {
        return fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A text as RFC 6749 appendix B writes it: UTF-8, percent-encoded, {@code +} for a blank. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static boolean changesWhenEncoded(String text) {
        return !encoded(text).equals(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
