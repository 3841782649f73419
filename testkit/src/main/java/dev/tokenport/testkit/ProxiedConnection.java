package dev.tokenport.testkit;

import dev.tokenport.http.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One connection of a {@link ForwardProxy}: one request, and then whatever both sides send. For one thread. */
final class ProxiedConnection {

    private final Socket client;
    private final ForwardProxy proxy;

    ProxiedConnection(Socket client, ForwardProxy proxy) {
        this.client = client;
        this.proxy = proxy;
    }

    void serve() {
        try (client) {
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            RecordedRequest request = request(head);
            Optional<String> refusal = proxy.refusal(request);
            if (refusal.isPresent()) {
                write("HTTP/1.1 " + refusal.get() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", client);
                return;
            }
            serve(request);
        } catch (IOException e) {
            // A side hung up, or the test is over; what the test wants to know is on the client's side.
            return;
        }
    }

    private void serve(RecordedRequest request) throws IOException {
        boolean tunnel = request.method().equals("CONNECT");
        URI url = URI.create(tunnel ? "https://" + request.target() : request.target());
        int port = url.getPort() < 0 ? 80 : url.getPort();
        try (var server = new Socket(InetAddress.getLoopbackAddress(), proxy.server(url.getHost(), port))) {
            proxy.open(server);
            if (tunnel) {
                write("HTTP/1.1 200 Connection established\r\n\r\n", client);
            } else {
                write(forwarded(request, url), server);
            }
            proxy.inBackground(() -> copy(client, server));
            if (!tunnel) {
                // The next request may be for another server.
                write(head(server.getInputStream()).replaceFirst("\r\n", "\r\nConnection: close\r\n"), client);
            }
            copy(server, client);
        }
    }

    private static String forwarded(RecordedRequest request, URI url) {
        var head = new StringBuilder(request.method() + " " + url.getRawPath() + " HTTP/1.1\r\n");
        request.headers().fields().stream()
                .filter(field -> !field.name().regionMatches(true, 0, "Proxy-", 0, "Proxy-".length()))
                .forEach(field -> head.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // A side hung up.
            return;
        }
    }

    private static void write(String text, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Reads no byte beyond the head; empty if there is none. */
    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static RecordedRequest request(String head) {
        String[] lines = head.split("\r\n", -1);
        String[] words = lines[0].split(" ", 3);
        Headers headers = Headers.none();
        for (int i = 1; i < lines.length - 2; i++) {
            int colon = lines[i].indexOf(':');
            headers = headers.with(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        return new RecordedRequest(words[0], words[1], words[2], headers, "");
    }
}
