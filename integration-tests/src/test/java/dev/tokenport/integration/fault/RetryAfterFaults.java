package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.answering;

import dev.tokenport.http.TimeSource;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Answers that ask to wait. */
final class RetryAfterFaults {

    private static final List<Integer> STATUSES = List.of(429, 503);
    private static final Duration SOON = Duration.ofSeconds(2);

    private RetryAfterFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("answers 429", answering(Answers.status(429)))
                        .within(Limit.PAUSED)
                        .within(Asker.POST, Limit.PAUSED),
                Fault.of("answers 503", answering(Answers.status(503))).within(Limit.PAUSED),
                asking("0").within(Limit.PAUSED),
                asking("2").within(Limit.asked(SOON)),
                dated("a date in 2 s", "EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
                dated("a date in 2 s, in the form of RFC 850", "EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
                dated("a date in 2 s, in the form of asctime", "EEE MMM ppd HH:mm:ss uuuu"),
                asking("Thu, 01 Jan 2015 00:00:00 GMT").within(Limit.PAUSED),
                asking("Fri, 01 Jan 2100 00:00:00 GMT"),
                asking("3600"),
                asking("99999999999999999999"),
                asking("-5").within(Limit.PAUSED),
                asking("1.5").within(Limit.PAUSED),
                asking("soon").within(Limit.PAUSED),
                asking("").within(Limit.PAUSED));
    }

    private static Fault asking(String value) {
        return Fault.of(
                        "answers 429 or 503 with `Retry-After: " + value + "`",
                        STATUSES,
                        status -> answering(Answers.status(status, "Retry-After: " + value)))
                .only(Asker.TOKEN, Asker.GET);
    }

    private static Fault dated(String title, String pattern) {
        var form = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return Fault.of("answers 429 or 503 with `Retry-After: ` and " + title, STATUSES, status -> wire -> {
                    while (true) {
                        wire.request();
                        var date = OffsetDateTime.ofInstant(
                                TimeSource.system().now().plus(SOON), ZoneOffset.UTC);
                        wire.write(Answers.status(status, "Retry-After: " + form.format(date)));
                    }
                })
                .within(Limit.asked(SOON))
                .only(Asker.TOKEN, Asker.GET);
    }
}
