package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Sends over the JDK's HTTP client: HTTP/1.1, without redirects, authentication and cookies.
 *
 * <p>A request with a body is sent once whatever {@code jdk.httpclient.enableAllMethodRetry} says. A GET or HEAD, which
 * changes nothing, is sent a second time by the JDK if the server closes the connection before a byte of the answer (RFC
 * 9110 §9.2.2); only the process can switch this off, with {@code -Djdk.httpclient.redirects.retrylimit=1}, and a library
 * does not set properties that concern the whole process. The client's threads are daemons. Thread-safe.
 */
final class JdkTransport implements Transport {

    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9.+-]{1,40}(, ?[A-Za-z0-9.+-]{1,40}){0,3}");

    private final Duration connectTimeout;
    private final Proxies proxies;
    private final ClientKey clientKey;
    private final HostNames names = new HostNames();
    private final Once<HttpClient> plain;
    private final Once<HttpClient> secure;

    /**
     * A transport that makes its clients, and its TLS context, when they are needed first.
     *
     * @param clientKey the one of the TLS context
     */
    JdkTransport(Duration connectTimeout, Proxies proxies, ClientKey clientKey, Function<ClientKey, SSLContext> tls) {
        this.connectTimeout = connectTimeout;
        this.proxies = proxies;
        this.clientKey = clientKey;
        // With threads of its own: an answer that the JDK's client reads for ever, as a server can make one, then costs
        // one of them, and not the one that reads from the network and keeps the deadlines of all.
        this.plain = new Once<>(() -> client(NoTls.context()));
        this.secure = new Once<>(() -> client(tls.apply(clientKey)));
    }

    private HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                .connectTimeout(connectTimeout)
                .sslContext(tls)
                .build();
    }

    /** Makes the client that a request to this URL needs. */
    void prepare(URI url) {
        HttpClient unused = ("https".equalsIgnoreCase(url.getScheme()) ? secure : plain).get();
    }

    @Override
    public Response send(Request request, Deadline deadline) throws IOException, InterruptedException {
        Optional<ProxyRule.Proxy> proxy = proxies.of(request.url());
        var failures = new Failures(new Way(request.url(), proxy, clientKey), connectTimeout, deadline);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        boolean tls = "https".equalsIgnoreCase(request.url().getScheme());
        HttpClient client = (tls ? secure : plain).get();
        names.find(proxy.map(ProxyRule.Proxy::host).orElseGet(request.url()::getHost), failures);
        HttpResponse<InputStream> answer = sent(client, request, proxy, failures);
        if (proxy.isPresent() && answer.statusCode() == Proxies.AUTHENTICATION_REQUIRED) {
            close(answer);
            throw failures.proxyAuthentication(proxy.get(), !tls || Proxies.tunnelsWithBasic());
        }
        return response(answer, decodes(request), failures);
    }

    private HttpResponse<InputStream> sent(
            HttpClient client, Request request, Optional<ProxyRule.Proxy> proxy, Failures failures)
            throws IOException, InterruptedException {
        Duration left = failures.deadline().remaining();
        if (left.isZero()) {
            throw failures.noAnswer(null);
        }
        var body = new SingleUseBody(request.body());
        var arrival = new Arrival(failures);
        boolean answered = false;
        try {
            HttpRequest wire = Proxies.authorized(onTheWire(request, body).timeout(left), proxy);
            HttpResponse<InputStream> answer = client.send(wire, arrival);
            arrival.check();
            answered = true;
            return answer;
        } catch (HttpTimeoutException e) {
            boolean connecting = e instanceof HttpConnectTimeoutException && connectTimeout.compareTo(left) < 0;
            throw connecting ? arrival.failure(e) : failures.noAnswer(e);
        } catch (TransportException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            // An internal error is what the client calls an exception that it does not expect, such as that of a body.
            Optional<RequestBodyException> ofBody = Causes.first(e, RequestBodyException.class);
            throw ofBody.isPresent() ? ofBody.get() : arrival.failure(e);
        } finally {
            if (!answered) {
                body.close();
                arrival.abandon();
            }
        }
    }

    /** A proxy's refusal of a tunnel has no body. */
    private static void close(HttpResponse<InputStream> answer) {
        if (answer.body() instanceof AnswerBody body) {
            body.close();
        }
    }

    private static boolean decodes(Request request) {
        return !request.headers().contains(ACCEPT_ENCODING);
    }

    private static HttpRequest.Builder onTheWire(Request request, SingleUseBody body) {
        String ascii = request.url().toASCIIString();
        var builder =
                HttpRequest.newBuilder(ascii.equals(request.url().toString()) ? request.url() : URI.create(ascii));
        request.headers().fields().forEach(field -> builder.header(field.name(), field.value()));
        if (decodes(request)) {
            builder.header(ACCEPT_ENCODING, "gzip");
        }
        if (!request.headers().contains("User-Agent")) {
            builder.header("User-Agent", "tokenport");
        }
        if (body.contentLength() > 0) {
            return builder.method(request.method(), body);
        }
        return request.method().equals("GET")
                ? builder.GET()
                : builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
    }

    private static Response response(HttpResponse<InputStream> answer, boolean decodes, Failures failures)
            throws TransportException {
        List<Headers.Field> fields = new ArrayList<>();
        answer.headers().map().forEach((name, values) -> values.forEach(v -> fields.add(new Headers.Field(name, v))));
        var headers = new Headers(fields);
        String encoding = String.join(",", headers.all("Content-Encoding")).strip();
        return switch (ContentEncoding.of(encoding)) {
            case IDENTITY -> new Response(answer.statusCode(), headers, answer.body());
            case GZIP ->
                new Response(
                        answer.statusCode(),
                        headers.without("Content-Encoding").without("Content-Length"),
                        new GzipBody(answer.body(), failures));
            case OTHER -> {
                if (!decodes) {
                    // The caller has asked for it.
                    yield new Response(answer.statusCode(), headers, answer.body());
                }
                close(answer);
                throw failures.broken("has " + named(encoding) + ", which was not asked for", null);
            }
        };
    }

    /** What is no name is not shown: of a text that is cut nobody can tell afterwards whether it was a secret. */
    private static String named(String encoding) {
        return NAMES.matcher(encoding).matches()
                ? "the Content-Encoding '" + encoding + "'"
                : "a Content-Encoding that is no name";
    }
}
