package dev.tokenport.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the header {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date in one of the three forms of §5.6.7. */
final class RetryAfter {

    /** A wait as long as none that anybody waits for; longer ones are cut to it. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final int LONGEST_DIGITS = 8;

    private RetryAfter() {}

    /**
     * How long the server asks to wait; zero for a date in the past, empty for nonsense. A date is one of the server's
     * clock: it counts from the {@code Date} of the same answer, so that a clock that goes wrong on either side does not
     * matter, and only without one from {@code now}.
     */
    static Optional<Duration> in(Headers headers, Instant now) {
        return headers.first("Retry-After").map(String::strip).flatMap(value -> wait(value, sent(headers, now)));
    }

    private static Instant sent(Headers headers, Instant now) {
        return headers.first("Date")
                .map(String::strip)
                .flatMap(date -> date(date, now))
                .orElse(now);
    }

    private static Optional<Duration> wait(String value, Instant now) {
        if (value.matches("[0-9]+")) {
            String digits = value.replaceFirst("^0+(?=.)", "");
            return Optional.of(
                    digits.length() > LONGEST_DIGITS
                            ? LONGEST
                            : shorter(LONGEST, Duration.ofSeconds(Long.parseLong(digits))));
        }
        return date(value, now).map(date -> Duration.between(now, date)).map(wait -> {
            Duration positive = wait.isNegative() ? Duration.ZERO : wait;
            return shorter(LONGEST, positive);
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Optional<Instant> date(String value, Instant now) {
        return Stream.of(forms(now)).flatMap(form -> date(value, form).stream()).findFirst();
    }

    private static Optional<Instant> date(String value, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter[] forms(Instant now) {
        // RFC 9110 §5.6.7: a year of two digits is at most 50 years ahead.
        int firstYear = now.atOffset(ZoneOffset.UTC).getYear() - 49;
        return new DateTimeFormatter[] {
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH),
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
        };
    }
}
