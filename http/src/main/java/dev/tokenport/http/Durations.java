package dev.tokenport.http;

import java.time.Duration;

/** How long something takes, for people. */
public final class Durations {

    private Durations() {}

    /** {@code 0.2 s}, {@code 4 min 7 s}. */
    public static String words(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            // Not String.format: nothing else in most commands needs what Java loads for it.
            long tenths = (duration.toMillis() + 50) / 100;
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
