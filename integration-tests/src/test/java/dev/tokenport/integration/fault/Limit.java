package dev.tokenport.integration.fault;

import java.time.Duration;

/**
 * How long a question may take at the most. Immutable.
 *
 * @param words the same for people, whatever the settings
 * @param timeout the time-out it is tried with
 * @param connectTimeout the time-out for connecting it is tried with
 * @param most how long it may take with these, on a machine that has nothing else to do
 */
record Limit(String words, Duration timeout, Duration connectTimeout, Duration most) {

    private static final Duration AMPLE = Duration.ofMinutes(5);
    private static final Duration AMPLE_TO_CONNECT = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration SHORT_TO_CONNECT = Duration.ofSeconds(1);
    private static final Duration PAUSES = Duration.ofMillis(5250);

    /** Nothing is waited for. */
    static final Limit AT_ONCE = new Limit("at once", AMPLE, AMPLE_TO_CONNECT, Duration.ZERO);

    /** A large answer is read to its end, for which it does not matter how long that takes. */
    static final Limit READING = new Limit("as long as reading takes", AMPLE, AMPLE_TO_CONNECT, Duration.ofSeconds(30));

    /** Four attempts and the pauses between them: 0.5, 1 and 2 s, and up to half of each on top. */
    static final Limit PAUSED = new Limit("5.25 s of pauses", AMPLE, AMPLE_TO_CONNECT, PAUSES);

    /** One pause: there is a second attempt, and it is good. */
    static final Limit ONE_PAUSE = new Limit("0.75 s of pauses", AMPLE, AMPLE_TO_CONNECT, Duration.ofMillis(750));

    /** The server decides how long it takes, until the time-out. */
    static final Limit TIMEOUT = new Limit("the time-out", SHORT, AMPLE_TO_CONNECT, SHORT);

    /** One attempt to connect. */
    static final Limit CONNECTING = new Limit("the connect time-out", AMPLE, SHORT_TO_CONNECT, SHORT_TO_CONNECT);

    /** Four attempts to connect, and the pauses between them. */
    static final Limit CONNECTING_AGAIN = new Limit(
            "4 × the connect time-out, and 5.25 s of pauses",
            AMPLE,
            SHORT_TO_CONNECT,
            PAUSES.plus(SHORT_TO_CONNECT.multipliedBy(4)));

    /** Three pauses of which the server asks for so much at least. */
    static Limit asked(Duration pause) {
        return new Limit("the pauses asked for", AMPLE, AMPLE_TO_CONNECT, PAUSES.plus(pause.multipliedBy(3)));
    }

    /** The same for a question that is asked only once. */
    Limit once() {
        if (equals(CONNECTING_AGAIN)) {
            return CONNECTING;
        }
        return equals(TIMEOUT) ? this : AT_ONCE;
    }
}
