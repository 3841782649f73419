package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        if (deadline.passed()) {
            throw failures.noAnswer(null);
        }
        boolean tls = "https".equalsIgnoreCase(request.url().getScheme());
        HttpClient client = (tls ? secure : plain).get();
        var body = new SingleUseBody(request.body());
        var arrival = new Arrival(failures, deadline);
        HttpRequest sent = Proxies.authorized(onTheWire(request, body), proxy);
        var answer = client.sendAsync(sent, arrival);
        HttpResponse<InputStream> arrived = await(answer, body, deadline, failures, arrival);
        Optional<TransportException> fault = arrival.fault();
        if (fault.isPresent()) {
            close(arrived);
            throw fault.get();
        }
        if (proxy.isPresent() && arrived.statusCode() == Proxies.AUTHENTICATION_REQUIRED) {
            close(arrived);
            throw failures.proxyAuthentication(proxy.get(), !tls || Proxies.tunnelsWithBasic());
        }
        return response(arrived, decodes(request), failures);
    }

    private static HttpResponse<InputStream> await(
            CompletableFuture<HttpResponse<InputStream>> answer,
            SingleUseBody body,
            Deadline deadline,
            Failures failures,
            Arrival arrival)
            throws IOException, InterruptedException {
        boolean answered = false;
        try {
            HttpResponse<InputStream> response = answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            answered = true;
            return response;
        } catch (TimeoutException e) {
            abandon(answer);
            throw failures.noAnswer(e);
        } catch (InterruptedException e) {
            abandon(answer);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Optional<RequestBodyException> ofBody = Causes.first(cause, RequestBodyException.class);
            if (ofBody.isPresent()) {
                throw ofBody.get();
            }
            throw arrival.failure(cause);
        } finally {
            if (!answered) {
                body.close();
            }
        }
    }

    private static void abandon(CompletableFuture<HttpResponse<InputStream>> answer) {
        // The answer may have come at this very moment; then it is its body that has to be given up.
        CompletableFuture<Void> unused = answer.thenAccept(JdkTransport::close);
        answer.cancel(true);
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
        var builder = HttpRequest.newBuilder(URI.create(request.url().toASCIIString()));
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
