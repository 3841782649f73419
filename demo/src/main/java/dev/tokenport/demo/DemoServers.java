package dev.tokenport.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tokenport.http.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * The authorization server ({@code /token}) and the protected API ({@code /orders}) on one random port of loopback, and if
 * there is a key on a second one with TLS. Thread-safe.
 */
final class DemoServers implements AutoCloseable {

    private static final int LARGEST_BODY = 64 * 1024;

    private final HttpServer server;
    private final Optional<HttpsServer> secure;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private DemoServers(HttpServer server, Optional<HttpsServer> secure) {
        this.server = server;
        this.secure = secure;
    }

    static DemoServers start(Accounts accounts, Optional<SSLContext> tls) throws IOException {
        Optional<HttpsServer> secure = Optional.empty();
        if (tls.isPresent()) {
            HttpsServer created = HttpsServer.create(anyPort(), 0);
            created.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            secure = Optional.of(created);
        }
        var servers = new DemoServers(HttpServer.create(anyPort(), 0), secure);
        servers.serve(accounts, new IssuedTokens(Duration.ofMinutes(5), TimeSource.system()::nanoTime));
        return servers;
    }

    private static InetSocketAddress anyPort() throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    private void serve(Accounts accounts, IssuedTokens tokens) {
        Stream.concat(Stream.of(server), secure.stream()).forEach(each -> {
            each.createContext("/token", exchange -> answer(exchange, new TokenEndpoint(accounts, tokens)));
            each.createContext("/orders", exchange -> answer(exchange, new OrdersApi(tokens)));
            each.setExecutor(threads);
            each.start();
        });
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The same with TLS, if there is a key. */
    Optional<String> secureUrl(String path) {
        return secure.map(each -> "https://127.0.0.1:" + each.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        secure.ifPresent(each -> each.stop(0));
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            var request = new Endpoint.Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    header(exchange, "Authorization"),
                    header(exchange, "Content-Type"),
                    new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8));
            Endpoint.Answer answer = endpoint.answer(request);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
