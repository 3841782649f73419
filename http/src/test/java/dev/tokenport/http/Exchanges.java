package dev.tokenport.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the tests of the transport ask, and how long they wait. */
final class Exchanges {

    private Exchanges() {}

    static Request get(URI url) {
        return Request.of("GET", url, Headers.none());
    }

    static Deadline within(Duration duration) {
        return Deadline.after(duration, TimeSource.system());
    }

    /** Writes drop by drop until the client hangs up. */
    static void drip(WireServer.Wire wire, String drop, CountDownLatch closed)
            throws IOException, InterruptedException {
        try {
            while (true) {
                wire.write(drop);
                // The server's own rhythm, nothing waits for it.
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (IOException e) {
            closed.countDown();
            throw e;
        }
    }
}
