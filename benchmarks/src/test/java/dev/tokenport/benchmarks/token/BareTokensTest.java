package dev.tokenport.benchmarks.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BareTokensTest {

    private static final String ANSWER = "{\"access_token\":\"t0k3n\",\"token_type\":\"Bearer\",\"expires_in\":60}";

    @Test
    void request_ofTheLimit_isTokenportsButForTheOrderOfItsFields() throws Exception {
        try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/token");

            String ours = sent(server, TokenportTokens.fetched(endpoint));
            String theirs = sent(server, new BareTokens(endpoint));

            assertThat(theirs.lines().sorted())
                    .containsExactlyElementsOf(ours.lines().sorted().toList());
            assertThat(theirs).hasSameSizeAs(ours).endsWith(Account.form());
        }
    }

    private static String sent(ServerSocket server, Tokens tokens) throws Exception {
        var request = CompletableFuture.supplyAsync(() -> answered(server));

        assertThat(tokens.token()).isEqualTo("t0k3n");
        return request.get();
    }

    private static String answered(ServerSocket server) {
        try (Socket connection = server.accept()) {
            InputStream in = connection.getInputStream();
            var request = new StringBuilder();
            while (request.indexOf("\r\n\r\n" + Account.form()) < 0) {
                request.append((char) in.read());
            }
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + ANSWER.length()
                                    + "\r\n\r\n" + ANSWER)
                            .getBytes(StandardCharsets.US_ASCII));
            return request.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
