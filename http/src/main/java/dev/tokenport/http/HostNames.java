package dev.tokenport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * Looks host names up before the JDK's client does, which would not stop doing so at a deadline. What was found a moment ago
 * the JDK still knows. Thread-safe.
 */
final class HostNames {

    /** Less than the half minute for which the JDK keeps an address. */
    private static final Duration KNOWN = Duration.ofSeconds(20);

    private static final int MOST = 1000;

    private final Map<String, Long> found = new ConcurrentHashMap<>();

    /**
     * Looks a name up, unless it is an address.
     *
     * @throws TransportException if it is not known, or not within the deadline
     */
    void find(String host, Failures failures) throws TransportException, InterruptedException {
        Deadline deadline = failures.deadline();
        long now = deadline.time().nanoTime();
        Long last = found.get(host);
        if (last != null && now - last < KNOWN.toNanos()) {
            return;
        }
        if (!Probe.isAddress(host)) {
            lookUp(host, failures);
        }
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(host, now);
    }

    private static void lookUp(String host, Failures failures) throws TransportException, InterruptedException {
        try {
            Bounded.within(failures.deadline().remaining(), () -> {}, () -> InetAddress.getByName(host));
        } catch (TimeoutException e) {
            throw failures.noAnswer(e);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }
}
