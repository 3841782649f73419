package dev.tokenport.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tokenport.http.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The authorization server ({@code /token}) and the protected API ({@code /orders}) on one random port of loopback. Thread-safe. */
final class DemoServers implements AutoCloseable {

    private static final int LARGEST_BODY = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;

    private DemoServers(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static DemoServers start(Accounts accounts) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        var tokens = new IssuedTokens(Duration.ofMinutes(5), TimeSource.system()::nanoTime);
        server.createContext("/token", exchange -> answer(exchange, new TokenEndpoint(accounts, tokens)));
        server.createContext("/orders", exchange -> answer(exchange, new OrdersApi(tokens)));
        server.setExecutor(threads);
        server.start();
        return new DemoServers(server, threads);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
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
