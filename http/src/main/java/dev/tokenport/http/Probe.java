package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is made step by step, as a transport makes one at a stroke, to see how far it comes. No step takes
 * longer than connecting may take. For one thread.
 */
final class Probe implements Closeable {

    private final Way way;
    private final Duration limit;
    private final TimeSource time;
    private final Failures failures;
    private @Nullable TimedSocket socket;
    private @Nullable SSLSocket secured;

    Probe(Way way, Duration limit, TimeSource time) {
        this.way = way;
        this.limit = limit;
        this.time = time;
        this.failures = new Failures(way, limit, Deadline.after(limit, time));
    }

    /** What may be late, or fail. */
    @FunctionalInterface
    private interface Work<T> {
        T within(Deadline deadline) throws IOException, InterruptedException;
    }

    /** The addresses of a host, at least one. */
    List<InetAddress> addresses(String host) throws TransportException, InterruptedException {
        return step(
                deadline -> new HostNames().addresses(host, deadline),
                () -> timeout("no address of the " + way.lookedUp() + " was found within "));
    }

    /** Connects to one of these addresses. */
    void connect(List<InetAddress> addresses, int port) throws TransportException, InterruptedException {
        socket = step(
                deadline -> Dialing.connect(addresses, port, Urls.port(way.url()), deadline),
                () -> failures.of(new SocketTimeoutException("connecting takes too long")));
    }

    /** Has the proxy connect to the server. */
    void tunnel(ProxyRule.Proxy proxy) throws TransportException, InterruptedException {
        step(
                deadline -> {
                    Dialing.tunnel(connected(deadline), proxy, failures);
                    return true;
                },
                () -> failures.noAnswer(null));
    }

    SSLSession handshake(SSLContext tls) throws TransportException, InterruptedException {
        SSLSocket shaken = step(
                deadline -> Dialing.secure(connected(deadline), way.url(), tls),
                () -> timeout("the TLS handshake with " + way.peer() + " was not over within "));
        secured = shaken;
        return shaken.getSession();
    }

    /** Asks for the head of what is at the URL; whatever the answer, it is HTTP. */
    ClassicHttpResponse head() throws TransportException, InterruptedException {
        boolean forwarded = way.proxy().isPresent() && !Urls.isTls(way.url());
        var headers = Headers.none().with("Accept", "*/*");
        ClassicHttpRequest request = WireRequest.of(
                Request.of("HEAD", way.url(), headers), forwarded ? way.proxy() : Optional.<ProxyRule.Proxy>empty());
        request.addHeader("Connection", "close");
        ClassicHttpResponse answer = step(
                deadline -> {
                    TimedSocket below = connected(deadline);
                    SSLSocket above = secured;
                    WireConnection connection =
                            above == null ? WireConnection.plain(below) : WireConnection.secured(above, below);
                    return connection.exchange(request, deadline);
                },
                () -> failures.noAnswer(null));
        if (forwarded && answer.getCode() == Proxies.AUTHENTICATION_REQUIRED) {
            throw failures.proxyAuthentication(way.proxy().orElseThrow());
        }
        return answer;
    }

    private TimedSocket connected(Deadline deadline) {
        TimedSocket connected = socket;
        if (connected == null) {
            throw new IllegalStateException("not yet connected");
        }
        connected.obey(deadline);
        return connected;
    }

    private <T> T step(Work<T> work, Supplier<TransportException> late)
            throws TransportException, InterruptedException {
        try {
            return work.within(Deadline.after(limit, time));
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            SocketTransport.interruption();
            throw Causes.has(e, SocketTimeoutException.class) ? late.get() : failures.ofAnswer(e);
        }
    }

    private TransportException timeout(String words) {
        return new TransportException(Fault.TIMEOUT, words + Seconds.shown(limit), null);
    }

    /** Closes the connection beneath TLS: a farewell might block. */
    @Override
    public void close() {
        Closer.closeQuietly(socket);
    }
}
