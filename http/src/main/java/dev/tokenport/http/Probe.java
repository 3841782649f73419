package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A connection that is made step by step, as the JDK's client makes one at a stroke, to see how far it comes. No step takes
 * longer than connecting may take. For one thread.
 */
final class Probe implements Closeable {

    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    private final Way way;
    private final Duration limit;
    private final Failures failures;
    // Not through a SOCKS proxy, of which the JDK's client knows nothing either.
    private final Socket bare = new Socket(Proxy.NO_PROXY);
    private Socket socket = bare;

    Probe(Way way, Duration limit, TimeSource time) {
        this.way = way;
        this.limit = limit;
        this.failures = new Failures(way, limit, Deadline.after(limit, time));
    }

    /** Whether this is an address, for which DNS is not asked. */
    static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    /** The addresses of a host, at least one; the first is the one that is connected to. */
    List<InetAddress> addresses(String host) throws TransportException, InterruptedException {
        return step(
                () -> List.of(InetAddress.getAllByName(host)),
                () -> timeout("no address of the " + way.lookedUp() + " was found within "));
    }

    void connect(InetAddress address, int port) throws TransportException, InterruptedException {
        step(
                () -> {
                    bare.connect(new InetSocketAddress(address, port));
                    return true;
                },
                () -> failures.of(new HttpConnectTimeoutException("connecting takes too long")));
    }

    /** Has the proxy connect to the server. */
    void tunnel(ProxyRule.Proxy proxy) throws TransportException, InterruptedException {
        // Where Java keeps Basic credentials back, they would tell of a way that no request goes.
        boolean sent = proxy.user().isPresent() && Proxies.tunnelsWithBasic();
        String who = sent ? proxyAuthorization(Optional.of(proxy)) : "";
        String connect = "CONNECT " + way.target() + " HTTP/1.1\r\nHost: " + way.target() + "\r\n" + who + "\r\n";
        int status = exchange(connect).status();
        if (status == Proxies.AUTHENTICATION_REQUIRED) {
            throw failures.proxyAuthentication(proxy, sent);
        }
        if (status / 100 != 2) {
            throw failures.noTunnel(status, null);
        }
    }

    SSLSession handshake(SSLContext tls) throws TransportException, InterruptedException {
        String host = way.url().getHost();
        return step(
                () -> {
                    var secured = (SSLSocket)
                            tls.getSocketFactory().createSocket(bare, unbracketed(host), Urls.port(way.url()), true);
                    SSLParameters parameters = secured.getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    if (!isAddress(host) && !host.endsWith(".")) {
                        // Of itself Java does not name a host without a dot.
                        parameters.setServerNames(List.of(new SNIHostName(host)));
                    }
                    secured.setSSLParameters(parameters);
                    socket = secured;
                    return session(secured);
                },
                () -> timeout("the TLS handshake with " + way.peer() + " was not over within "));
    }

    private static SSLSession session(SSLSocket secured) throws IOException {
        try {
            secured.startHandshake();
            return secured.getSession();
        } catch (SocketException e) {
            // The TLS library does not always say what it was in.
            throw new SSLException("the handshake broke", e);
        }
    }

    /** Asks for the head of what is at the URL; whatever the answer, it is HTTP. */
    AnswerHead head() throws TransportException, InterruptedException {
        boolean forwarded = way.proxy().isPresent() && !isTls();
        String ascii = way.url().toASCIIString();
        String path = ascii.substring(ascii.indexOf(way.url().getRawAuthority())
                + way.url().getRawAuthority().length());
        String target = forwarded ? ascii : path.startsWith("/") ? path : "/" + path;
        AnswerHead answer = exchange("HEAD " + target + " HTTP/1.1\r\nHost: "
                + way.url().getRawAuthority() + "\r\nUser-Agent: tokenport\r\nAccept: */*\r\n"
                + (forwarded ? proxyAuthorization(way.proxy()) : "") + "Connection: close\r\n\r\n");
        if (forwarded && answer.status() == Proxies.AUTHENTICATION_REQUIRED) {
            throw failures.proxyAuthentication(way.proxy().orElseThrow(), true);
        }
        return answer;
    }

    private boolean isTls() {
        return "https".equalsIgnoreCase(way.url().getScheme());
    }

    private static String proxyAuthorization(Optional<ProxyRule.Proxy> proxy) throws TransportException {
        return Proxies.authorization(proxy)
                .map(value -> "Proxy-Authorization: " + value + "\r\n")
                .orElse("");
    }

    private AnswerHead exchange(String request) throws TransportException, InterruptedException {
        Socket connection = socket;
        return step(
                () -> {
                    connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                    connection.getOutputStream().flush();
                    return AnswerHead.read(connection.getInputStream());
                },
                () -> failures.noAnswer(null));
    }

    private <T> T step(Callable<T> work, Supplier<TransportException> late)
            throws TransportException, InterruptedException {
        try {
            return Bounded.within(limit, bare, work);
        } catch (TimeoutException e) {
            throw late.get();
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private TransportException timeout(String words) {
        return new TransportException(Fault.TIMEOUT, words + Seconds.shown(limit), null);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Closes the connection beneath TLS: a farewell might block. */
    @Override
    public void close() throws IOException {
        bare.close();
    }
}
