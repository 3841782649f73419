package dev.tokenport.silk.run;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text forms of durations. Stateless. */
final class Durations {

    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}ms");
    private static final Pattern SHORT = Pattern.compile("[0-9]{1,12}[smh]");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,9}d");

    private Durations() {}

    /** The duration, empty if the text is none. */
    static Optional<Duration> of(String text) {
        try {
            if (MILLISECONDS.matcher(text).matches()) {
                return Optional.of(Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2))));
            }
            if (DAYS.matcher(text).matches()) {
                return Optional.of(Duration.parse("P" + text.toUpperCase(Locale.ROOT)));
            }
            boolean brief = SHORT.matcher(text).matches();
            return Optional.of(Duration.parse(brief ? "PT" + text.toUpperCase(Locale.ROOT) : text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
