package dev.tokenport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A server that writes exactly the bytes of a test, and remembers each request's head. Thread-safe. */
final class WireServer implements AutoCloseable {

    /** What the server does with a connection on which a request has arrived. */
    @FunctionalInterface
    interface Answer {
        void write(Wire wire) throws IOException, InterruptedException;
    }

    /** A connection. */
    record Wire(Socket socket, InputStream in, OutputStream out) {

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Returns when the client closes the connection. */
        void awaitClosed() throws IOException {
            try {
                while (in.read() >= 0) {
                    // Whatever still comes is not wanted.
                }
            } catch (java.net.SocketException e) {
                // A reset is an end, too.
                return;
            }
        }
    }

    private final ServerSocket listening;
    private final String scheme;
    private final Answer answer;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    private WireServer(ServerSocketFactory sockets, String scheme, Answer answer) throws IOException {
        this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scheme = scheme;
        this.answer = answer;
        threads.execute(this::accept);
    }

    static WireServer answering(Answer answer) throws IOException {
        return new WireServer(ServerSocketFactory.getDefault(), "http", answer);
    }

    static WireServer answering(String text) throws IOException {
        return answering(wire -> wire.write(text));
    }

    static WireServer answeringOverTls(ServerSocketFactory sockets, Answer answer) throws IOException {
        return new WireServer(sockets, "https", answer);
    }

    URI url() {
        return URI.create(scheme + "://localhost:" + listening.getLocalPort() + "/");
    }

    /** Host and port as messages show them. */
    String peer() {
        return "localhost:" + listening.getLocalPort();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var wire = new Wire(socket, socket.getInputStream(), socket.getOutputStream());
            for (String request = request(wire.in()); request != null; request = request(wire.in())) {
                requests.add(request);
                answer.write(wire);
            }
        } catch (IOException e) {
            // The client went away, which many tests want.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String request(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
