package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tokenport.operator.Entity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpParallelTest extends HttpRequestCase {

    private static final int PARALLEL = 32;
    private static final int ENTITIES = 600;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Integer> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(threads);
        service.createContext("/", this::serve);
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
        threads.shutdownNow();
    }

    @Test
    void requests_sideBySide_keepTheOrderTheLimitAndTheirConnections() throws Exception {
        List<String> numbers =
                IntStream.range(0, ENTITIES).mapToObj(Integer::toString).toList();

        List<Entity> entities = ask(asked("/ok/{{ n }}"), rows("n", numbers.toArray(String[]::new)));

        assertThat(texts(entities, "id")).isEqualTo(numbers);
        assertThat(most).hasValueBetween(2, PARALLEL);
        assertThat(clients).hasSizeBetween(2, PARALLEL);
    }

    @Test
    void refusals_longOnesToo_leaveTheirConnections() throws Exception {
        List<String> numbers =
                IntStream.range(0, ENTITIES).mapToObj(Integer::toString).toList();
        var context = context();

        List<Entity> entities =
                ask(asked("/no/{{ n }}").with("on_error", "skip"), context, rows("n", numbers.toArray(String[]::new)));

        assertThat(entities).isEmpty();
        assertThat(context.rejects()).hasSize(ENTITIES);
        assertThat(clients).hasSizeBetween(2, PARALLEL);
    }

    private Asked asked(String path) {
        return Asked.of("http://127.0.0.1:" + service.getAddress().getPort() + path)
                .with("parallel", Integer.toString(PARALLEL));
    }

    private void serve(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        clients.add(exchange.getRemoteAddress().getPort());
        String path = exchange.getRequestURI().getPath();
        int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        try {
            TimeUnit.MILLISECONDS.sleep(number * 7919L % 13);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean fine = path.startsWith("/ok/");
        byte[] body = (fine ? "{\"id\":" + number + "}" : "no ".repeat(20_000)).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", fine ? "application/json" : "text/plain");
        underWay.decrementAndGet();
        exchange.sendResponseHeaders(fine ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
