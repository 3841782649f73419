package dev.tokenport.benchmarks.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A token endpoint that never gives the same token twice. It is asked a few times a second only. */
final class RenewedTokens implements AutoCloseable {

    private final HttpServer server;
    private final int lifetimeSeconds;
    private int given;

    /** An endpoint whose tokens live so long. */
    RenewedTokens(int lifetimeSeconds) throws IOException {
        this.lifetimeSeconds = lifetimeSeconds;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::give);
        server.start();
    }

    /** A token of the length that those of an authorization server have which puts claims into them. */
    static String token(int number) {
        return "e".repeat(820) + (100_000_000 + number);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    private void give(HttpExchange exchange) throws IOException {
        given++;
        byte[] answer = ("{\"access_token\":\"" + token(given) + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + lifetimeSeconds + "}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
