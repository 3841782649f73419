package dev.tokenport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Looks host names up within a deadline, which Java itself does not, and knows them for a while. Thread-safe. */
final class HostNames {

    /** Less than the half minute for which the JDK keeps an address. */
    private static final Duration KNOWN = Duration.ofSeconds(20);

    private static final int MOST = 1000;

    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(List<InetAddress> addresses, long since) {}

    /** Whether this is an address, for which DNS is not asked. */
    static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    /**
     * The addresses of a host, at least one.
     *
     * @throws java.net.UnknownHostException if it has none
     * @throws SocketTimeoutException if they are not found within the deadline
     */
    List<InetAddress> addresses(String host, Deadline deadline) throws IOException, InterruptedException {
        long now = deadline.time().nanoTime();
        Known last = known.get(host);
        if (last != null && now - last.since() < KNOWN.toNanos()) {
            return last.addresses();
        }
        List<InetAddress> found = isAddress(host) ? List.of(InetAddress.getAllByName(host)) : lookedUp(host, deadline);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(host, new Known(found, now));
        return found;
    }

    private static List<InetAddress> lookedUp(String host, Deadline deadline) throws IOException, InterruptedException {
        try {
            return Bounded.within(deadline.remaining(), () -> {}, () -> List.of(InetAddress.getAllByName(host)));
        } catch (TimeoutException e) {
            throw (IOException) new SocketTimeoutException("DNS does not answer").initCause(e);
        }
    }
}
