package dev.tokenport.http;

import dev.tokenport.http.IdleConnections.Route;
import dev.tokenport.http.TransportException.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.Closer;

/**
 * Sends over sockets, on the thread that asks: HTTP/1.1, without redirects, authentication and cookies. A connection whose
 * answer has been read to its end is used again. Has no threads of its own. Thread-safe.
 *
 * <p>A GET or HEAD, which changes nothing, is sent a second time if a connection that was kept turns out to be closed before
 * a byte of the answer has come (RFC 9110 §9.2.2); nothing else is.
 */
final class SocketTransport implements Transport {

    private final Duration connectTimeout;
    private final Proxies proxies;
    private final ClientKey clientKey;
    private final HostNames names = new HostNames();
    private final IdleConnections idle = new IdleConnections();
    private final Once<SSLContext> tls;

    /**
     * A transport that makes its TLS context when it is needed first.
     *
     * @param clientKey the one of the TLS context
     */
    SocketTransport(
            Duration connectTimeout, Proxies proxies, ClientKey clientKey, Function<ClientKey, SSLContext> tls) {
        this.connectTimeout = connectTimeout;
        this.proxies = proxies;
        this.clientKey = clientKey;
        this.tls = new Once<>(() -> tls.apply(clientKey));
    }

    /** Makes the TLS context now. */
    void prepareTls() {
        SSLContext unused = tls.get();
    }

    @Override
    public Response send(Request request, Deadline deadline) throws IOException, InterruptedException {
        URI url = request.url();
        Optional<ProxyRule.Proxy> proxy = proxies.of(url);
        var failures = new Failures(new Way(url, proxy, clientKey), connectTimeout, deadline);
        interruption();
        if (deadline.passed()) {
            throw failures.noAnswer(null);
        }
        var route = new Route(Urls.isTls(url), url.getHost().toLowerCase(Locale.ROOT), Urls.port(url), proxy);
        var call = new Call(request, WireRequest.of(request, route.tls() ? Optional.empty() : proxy), route, failures);
        Optional<WireConnection> kept = idle.take(route);
        if (kept.isPresent()) {
            try {
                return answer(call, kept.get());
            } catch (TransportException e) {
                if (kept.get().isAnswering() || !call.mayBeRepeated(e)) {
                    throw e;
                }
            }
        }
        return answer(call, connection(call));
    }

    /**
     * One request on its way.
     *
     * @param wire what is sent
     */
    private record Call(Request request, ClassicHttpRequest wire, Route route, Failures failures) {

        boolean mayBeRepeated(TransportException failure) {
            boolean safe = request.method().equals("GET") || request.method().equals("HEAD");
            return safe && wire.getEntity() == null && failure.fault() == Fault.BROKEN;
        }
    }

    private WireConnection connection(Call call) throws IOException, InterruptedException {
        Route route = call.route();
        Failures failures = call.failures();
        Optional<ProxyRule.Proxy> proxy = route.proxy();
        List<InetAddress> addresses = addresses(proxy.map(ProxyRule.Proxy::host).orElse(route.host()), failures);
        Deadline deadline = failures.deadline().orAfter(connectTimeout);
        TimedSocket socket = null;
        WireConnection connection = null;
        try {
            socket = Dialing.connect(
                    addresses, proxy.map(ProxyRule.Proxy::port).orElse(route.port()), route.port(), deadline);
            if (route.tls() && proxy.isPresent()) {
                Dialing.tunnel(socket, proxy.get(), failures);
            }
            connection = route.tls()
                    ? WireConnection.secured(
                            Dialing.secure(socket, call.request().url(), tls.get()), socket)
                    : WireConnection.plain(socket);
            return connection;
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            interruption();
            boolean late = Causes.has(e, SocketTimeoutException.class) && deadline == failures.deadline();
            throw late ? failures.noAnswer(e) : failures.of(e);
        } finally {
            if (connection == null) {
                Closer.closeQuietly(socket);
            }
        }
    }

    private List<InetAddress> addresses(String host, Failures failures) throws IOException, InterruptedException {
        try {
            return names.addresses(host, failures.deadline());
        } catch (SocketTimeoutException e) {
            throw failures.noAnswer(e);
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private Response answer(Call call, WireConnection connection) throws IOException, InterruptedException {
        Failures failures = call.failures();
        boolean answered = false;
        try {
            ClassicHttpResponse head = connection.exchange(call.wire(), failures.deadline());
            Response answer = response(call, head, connection);
            answered = true;
            return answer;
        } catch (TransportException | RequestBodyException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw failures.noAnswer(e);
        } catch (IOException e) {
            interruption();
            throw failures.ofAnswer(e);
        } finally {
            if (!answered) {
                connection.abort();
            }
        }
    }

    private Response response(Call call, ClassicHttpResponse head, WireConnection connection) throws IOException {
        Failures failures = call.failures();
        Headers headers = headers(head);
        Optional<String> fault = Framing.of(headers).fault();
        if (fault.isPresent()) {
            throw failures.broken(fault.get(), null);
        }
        if (head.getCode() == Proxies.AUTHENTICATION_REQUIRED
                && call.route().proxy().isPresent()) {
            throw failures.proxyAuthentication(call.route().proxy().get());
        }
        var body = new AnswerBody(connection.body(call.wire(), head), new Held(call, head, connection), failures);
        return ContentEncoding.decoded(new Response(head.getCode(), headers, body), call.request(), failures);
    }

    private static Headers headers(ClassicHttpResponse head) throws HeadFault {
        Header[] received = head.getHeaders();
        List<Headers.Field> fields = new ArrayList<>(received.length);
        try {
            for (Header field : received) {
                if (AnswerLines.isField(field)) {
                    fields.add(new Headers.Field(field.getName(), field.getValue()));
                }
            }
        } catch (IllegalArgumentException e) {
            throw HeadFault.malformedField(e);
        }
        return new Headers(fields);
    }

    /** The connection of an answer that is being read. */
    private final class Held implements AnswerBody.Connection {

        private final Call call;
        private final ClassicHttpResponse head;
        private final WireConnection connection;

        Held(Call call, ClassicHttpResponse head, WireConnection connection) {
            this.call = call;
            this.head = head;
            this.connection = connection;
        }

        @Override
        public void release() {
            if (connection.isKept(call.wire(), head)) {
                idle.put(call.route(), connection);
            } else {
                connection.end();
            }
        }

        @Override
        public void abort() {
            connection.abort();
        }
    }

    /** What blocks ends with any exception if the thread is interrupted. */
    static void interruption() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
