package dev.tokenport.http;

import java.net.ProtocolException;
import java.util.regex.Pattern;

/**
 * What is wrong with the head of an answer. The JDK's client tells it by its text only, which is not shown, since it quotes
 * what the server sent.
 */
final class HeadFault {

    private static final Pattern TOO_LARGE = Pattern.compile("(?i)header size");
    private static final Pattern MANY_INTERIM = Pattern.compile("(?i)interim responses");
    private static final Pattern SWITCHES = Pattern.compile("(?i)unexpected 101");
    private static final Pattern MALFORMED_FIELD = Pattern.compile("(?i)^(?:invalid header|unexpected .* after CR)");

    private HeadFault() {}

    /** The fault, to be put behind {@code the answer}. */
    static String of(ProtocolException exception) {
        String words = String.valueOf(exception.getMessage());
        if (TOO_LARGE.matcher(words).find()) {
            return "has too many header fields, or too large ones";
        }
        if (MANY_INTERIM.matcher(words).find()) {
            return "is put off by too many interim ones (1xx)";
        }
        if (SWITCHES.matcher(words).find()) {
            return "switches to another protocol (101), which was not asked for";
        }
        return MALFORMED_FIELD.matcher(words).find()
                ? "has a malformed header field"
                : "is not HTTP; a wrong port, or http instead of https?";
    }
}
