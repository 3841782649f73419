package dev.tokenport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every text holds to that is shown to a person. */
public final class Messages {

    /** Control characters of both sets, and what else ends a line or turns the text round. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final int LONGEST = 5000;

    private Messages() {}

    /** One line, nothing in it that a terminal obeys, of a bearable length. */
    public static void fit(@Nullable String message) {
        assertThat(message).isNotBlank();
        fitIfAny(String.valueOf(message));
    }

    /** The same of an exception. */
    public static void fit(Throwable thrown) {
        fit(thrown.getMessage());
    }

    /** The same of one that repeats what the user wrote, however long. */
    public static void fitForPlace(@Nullable String message) {
        String text = String.valueOf(message);
        fit(text.length() < LONGEST ? text : text.substring(0, LONGEST - 1));
    }

    /** A text that is fit, and that the canary is not in. */
    public static void safe(@Nullable String message) {
        fit(message);
        safeIfAny(String.valueOf(message));
    }

    /** The same of an exception, whose own text stands in logs. */
    public static void safe(Throwable thrown) {
        safe(thrown.getMessage());
        assertThat(Canary.isIn(thrown.toString())).isFalse();
    }

    /** The same of a text that may be empty. */
    public static void safeIfAny(String text) {
        fitIfAny(text);
        assertThat(Canary.isIn(text)).as("the canary in: %s", text).isFalse();
    }

    private static void fitIfAny(String text) {
        assertThat(UNFIT.matcher(text).find())
                .as("a character that moves a terminal in: %s", visible(text))
                .isFalse();
        assertThat(text.length()).as("length of: %.200s", text).isLessThan(LONGEST);
    }

    private static String visible(String text) {
        var visible = new StringBuilder();
        text.chars()
                .limit(1000)
                .forEach(c -> visible.append(c >= 0x20 && c < 0x7f ? "" + (char) c : String.format("<%04x>", c)));
        return visible.toString();
    }
}
