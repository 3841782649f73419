package dev.tokenport.integration.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that answers everything alike, or never. Thread-safe. */
final class OneAnswer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    private OneAnswer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
    }

    static OneAnswer of(int status, String contentType, String body) throws IOException {
        var answer = new OneAnswer();
        answer.server.createContext("/", exchange -> {
            answer.asked.countDown();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        answer.server.start();
        return answer;
    }

    static OneAnswer never() throws IOException {
        var answer = new OneAnswer();
        answer.server.createContext("/", exchange -> {
            answer.asked.countDown();
            try (exchange) {
                answer.closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        answer.server.start();
        return answer;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/token";
    }

    /** Waits until the first request has arrived. */
    boolean asked() throws InterruptedException {
        return asked.await(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
