package dev.tokenport.integration.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A token endpoint, and orders behind it, which are given when they are let. Thread-safe. */
final class Orders implements AutoCloseable {

    /** The client's secret, and the token that it gets: neither may be seen in a page. */
    static final String SECRET = "canary-of-the-client+/=&é 0123456789";

    static final String TOKEN = "canary.of.the.token-9876543210~+/";

    private final CountDownLatch let = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Orders() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/token", this::token);
        server.createContext("/orders", this::orders);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives orders to all who ask, now and later. */
    void let() {
        let.countDown();
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    }

    private void orders(HttpExchange exchange) throws IOException {
        try {
            let.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 403, known ? "[{\"id\":1,\"price\":7},{\"id\":2,\"price\":9}]" : "{}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] octets = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        try (exchange) {
            exchange.getResponseBody().write(octets);
        }
    }

    @Override
    public void close() {
        let();
        server.stop(0);
        threads.shutdownNow();
    }
}
