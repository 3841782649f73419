package dev.tokenport.silk.jar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A token endpoint and services, made with nothing but the JDK. Thread-safe. */
final class PlainServices implements AutoCloseable {

    static final String TOKEN = "t0ken-of-the-isolated";

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private PlainServices(HttpServer server) {
        this.server = server;
    }

    /** Starts them. */
    static PlainServices start() throws IOException {
        var services =
                new PlainServices(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        services.answer(
                "/token",
                "application/json",
                "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        services.answer("/orders.json", "application/json", "[{\"id\":1,\"total\":1.50},{\"id\":2}]");
        services.answer("/orders.csv", "text/csv", "id,total\n1,1.50\n");
        services.answer("/graphql", "application/json", "{\"data\":{\"orders\":[{\"id\":\"7\"}]}}");
        services.answer(
                "/sparql",
                "application/sparql-results+json",
                "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"uri\",\"value\":\"urn:x\"}}]}}");
        services.server.start();
        return services;
    }

    /** The URL of a path. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What was asked for: path and how the caller showed who it is. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(String path, String type, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                requests.add(path + " " + credentials(exchange));
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static String credentials(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null) {
            return header;
        }
        return body.contains("client_assertion=") ? "client_assertion" : "none";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
