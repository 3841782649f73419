package dev.tokenport.integration.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers and files that are many times as large as the memory of the process. */
final class LargeAnswerIT {

    private static final int ROWS = 1_500_000;
    private static final String FILLING = "x".repeat(180);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong received = new AtomicLong();
    private final HttpServer service;
    private Sent sent = new Sent("text/csv", "", "%d,%s", "");

    /** What the service answers with: a row again and again, and what stands around them. */
    private record Sent(String type, String head, String row, String tail) {}

    LargeAnswerIT() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(threads);
        service.createContext("/", this::serve);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json, '{\"items\":[', '{\"id\":%d,\"text\":\"%s\"},', '{\"id\":0}],\"next\":null}'",
        "ndjson, application/x-ndjson, '', '{\"items\":{\"id\":%d,\"text\":\"%s\"}}', ''",
        "csv, text/csv, 'id,text', '%d,%s', ''",
    })
    void answer_of300Megabytes_isReadInASmallHeap(String name, String type, String head, String row, String tail)
            throws Exception {
        sent = new Sent(type, head, row, tail);
        String records = name.equals("csv") ? "" : ", records: /items";

        Launcher.Finished end = run("""
                workflow: large
                tasks:
                  answer:
                    operator: http-request
                    parameters: {url: "%s/%s"%s}
                """.formatted(url(), name, records));

        assertThat(end.err()).containsPattern("answer: done, 150000[01] entities");
        assertThat(end.code()).isZero();
    }

    @Test
    void file_of300Megabytes_isFetchedAndSentInASmallHeap() throws Exception {
        Launcher.Finished end = run("""
                workflow: large
                tasks:
                  fetch:
                    operator: http-request
                    parameters: {url: "%1$s/a", answer_file: a.csv}
                  send:
                    operator: http-request
                    inputs: fetch
                    parameters: {url: "%1$s/b", method: PUT, body_file: "{{ file }}"}
                """.formatted(url()));

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(Files.size(folder.resolve("a.csv")))
                .isGreaterThan(270_000_000L)
                .isEqualTo(received.get());
    }

    private Launcher.Finished run(String workflow) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("large.yaml"), workflow);
        return Launcher.in(folder).with("TOKENPORT_JAVA_OPTS", "-Xmx48m").run("run", "large.yaml");
    }

    private String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            received.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", sent.type);
        exchange.sendResponseHeaders(200, 0);
        try (exchange;
                var out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            write(out, sent.head);
            for (int i = 0; i < ROWS; i++) {
                write(out, sent.row.formatted(i, FILLING));
            }
            write(out, sent.tail);
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(UTF_8));
    }
}
