package dev.tokenport.http;

import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Connections that wait for another exchange: the one that waited least is taken first. Thread-safe. */
final class IdleConnections {

    /** Less than most servers keep one. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final TimeSource time = TimeSource.system();
    private final Map<Route, Deque<Idle>> idle = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong(time.nanoTime());

    /**
     * Where a connection leads.
     *
     * @param tls whether it is secured
     * @param host the server's host, in lower case
     * @param port the server's port
     * @param proxy what is in between
     */
    record Route(boolean tls, String host, int port, Optional<ProxyRule.Proxy> proxy) {

        // Written out: those that Java makes for records cost a command its start.
        @Override
        public boolean equals(Object other) {
            return other instanceof Route that
                    && tls == that.tls
                    && port == that.port
                    && host.equals(that.host)
                    && proxy.equals(that.proxy);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tls, host, port, proxy);
        }
    }

    private record Idle(WireConnection connection, long since) {}

    /** One that can still be used. */
    Optional<WireConnection> take(Route route) {
        @Nullable Deque<Idle> waiting = idle.get(route);
        if (waiting == null) {
            return Optional.empty();
        }
        for (Idle last = waiting.pollLast(); last != null; last = waiting.pollLast()) {
            if (!isOld(last) && last.connection().isFresh()) {
                return Optional.of(last.connection());
            }
            last.connection().end();
        }
        return Optional.empty();
    }

    /** Keeps one whose exchange is over. */
    void put(Route route, WireConnection connection) {
        long now = time.nanoTime();
        idle.computeIfAbsent(route, any -> new ConcurrentLinkedDeque<>()).addLast(new Idle(connection, now));
        long last = swept.get();
        if (now - last > KEPT.toNanos() && swept.compareAndSet(last, now)) {
            idle.values().forEach(this::sweep);
        }
    }

    private void sweep(Deque<Idle> waiting) {
        for (Idle first = waiting.pollFirst(); first != null; first = waiting.pollFirst()) {
            if (!isOld(first)) {
                waiting.addFirst(first);
                return;
            }
            first.connection().end();
        }
    }

    private boolean isOld(Idle waiting) {
        return time.nanoTime() - waiting.since() > KEPT.toNanos();
    }
}
