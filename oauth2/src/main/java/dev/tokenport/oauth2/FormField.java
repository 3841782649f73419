package dev.tokenport.oauth2;

import dev.tokenport.oauth2.Grant.Visibility;
import dev.tokenport.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One field of an {@code application/x-www-form-urlencoded} body. Prints its name only. Immutable.
 *
 * @param name the name, decoded
 * @param value the value, decoded
 * @param visibility whether the value may be shown
 */
record FormField(String name, String value, Visibility visibility) {

    private static final String UNRESERVED_MARKS = ".-*_";

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
        var body = new StringBuilder();
        for (FormField field : fields) {
            body.append(body.isEmpty() ? "" : "&");
            body.append(encoded(field.name())).append('=').append(encoded(field.value()));
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text as RFC 6749 appendix B writes it: UTF-8, percent-encoded, {@code +} for a blank. */
    static String encoded(String text) {
        return isUnreserved(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && UNRESERVED_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean changesWhenEncoded(String text) {
        return !encoded(text).equals(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
