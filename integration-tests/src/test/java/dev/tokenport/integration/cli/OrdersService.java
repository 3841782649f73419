package dev.tokenport.integration.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A token endpoint, and orders behind it that come in pieces. Each generation of orders has another text in every row. Tells
 * when it is asked and when it has sent all. Thread-safe.
 */
final class OrdersService implements AutoCloseable {

    static final int ROWS = 4_000;

    private static final int PIECES = 16;
    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final String TOKEN = "crash-token-0123456789";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile CountDownLatch sent = new CountDownLatch(1);

    OrdersService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/token", this::token);
        server.createContext("/orders/", this::orders);
        server.start();
    }

    /** The workflow that writes the orders of a generation into three files. */
    String workflow() {
        return """
                workflow: crash
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {oauth_token_url: '%1$s/token', oauth_client_id: c, oauth_client_secret: '${env:SECRET}'}
                  orders:
                    operator: http-request
                    config: auth
                    parameters: {url: '%1$s/orders/0', records: /items}
                  json: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                  csv: {operator: csv-dataset, inputs: orders, parameters: {file: orders.csv}}
                  text: {operator: text-dataset, inputs: orders, parameters: {file: orders.txt}}
                """.formatted(url());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Forgets what was asked for. */
    void reset() {
        asked = new CountDownLatch(1);
        sent = new CountDownLatch(1);
    }

    /** Waits until the token is asked for. */
    boolean awaitAsked(Duration patience) throws InterruptedException {
        return asked.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until all orders have been sent. */
    boolean awaitSent(Duration patience) throws InterruptedException {
        return sent.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    static String row(int number, int generation) {
        return "row %06d of generation %06d, and some more so that it is not too short".formatted(number, generation);
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.countDown();
        answer(exchange, "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    }

    private void orders(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int generation = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            body.write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
            int size = ROWS / PIECES;
            for (int piece = 0; piece < PIECES; piece++) {
                body.write((piece == 0 ? "" : ",").getBytes(StandardCharsets.UTF_8));
                body.write(piece(piece * size, size, generation).getBytes(StandardCharsets.UTF_8));
                body.flush();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            body.write("]}".getBytes(StandardCharsets.UTF_8));
        }
        sent.countDown();
    }

    private static String piece(int from, int size, int generation) {
        return IntStream.range(from, from + size)
                .mapToObj(number -> "{\"id\":" + number + ",\"text\":\"" + row(number, generation) + "\"}")
                .collect(Collectors.joining(","));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
