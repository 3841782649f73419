package dev.tokenport.benchmarks.token;

import dev.tokenport.benchmarks.ServerProcess;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Many callers of one client, at a server that takes its time.
 *
 * @param client whom they call
 * @param callers how many they are
 * @param answer how long the server takes
 * @param patience how long they wait at most
 */
record Herd(Keeping client, int callers, Duration answer, Duration patience) {

    private static final Duration OF_EXPIRY = Duration.ofMillis(4500);

    /** Half of it is waited for on average. */
    private static final int LONGEST_PAUSE_MILLIS = 2000;

    /** The same, of so many. */
    Herd of(int others) {
        return new Herd(client, others, answer, patience);
    }

    /**
     * What came of it.
     *
     * @param requests how many came to the server
     * @param told what the callers tell
     */
    record Outcome(long requests, Callers.Told told) {

        double slowestMillis() {
            return told.slowest().toNanos() / 1e6;
        }

        /** What went wrong, empty if nothing did. */
        String troubles() {
            return (told.failed() > 0 ? ", " + told.failed() + " calls failed" : "")
                    + (told.unanswered() > 0 ? ", " + told.unanswered() + " callers gave up waiting" : "");
        }
    }

    /** All call at once, and nothing is kept. */
    Outcome nothingKept() throws Exception {
        try (ServerProcess server = server(KeptBenchmark.LIFETIME)) {
            Tokens tokens = client.at(server.url("/token"), KeptBenchmark.LIFETIME);
            Callers.Told told = new Callers(callers, patience).call(watch -> watch.time(tokens), () -> {});
            return new Outcome(server.requests(), told);
        }
    }

    /** All call about once a second while the token comes to its end. */
    Outcome expiry() throws Exception {
        Duration lifetime = client.renewedAfterThreeSeconds();
        try (ServerProcess server = server(lifetime)) {
            Tokens tokens = client.at(server.url("/token"), lifetime);
            Callers.Told told = new Callers(callers, patience)
                    .call(
                            watch -> {
                                long end = System.nanoTime() + OF_EXPIRY.toNanos();
                                Duration pause = pause();
                                while (end - System.nanoTime() > pause.toNanos()) {
                                    Thread.sleep(pause.toMillis());
                                    watch.time(tokens);
                                    pause = pause();
                                }
                            },
                            tokens::token);
            return new Outcome(server.requests() - 1, told);
        }
    }

    private static Duration pause() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
    }

    private ServerProcess server(Duration lifetime) throws Exception {
        return ServerProcess.ofTokens(lifetime.toSeconds(), answer.toMillis());
    }
}
