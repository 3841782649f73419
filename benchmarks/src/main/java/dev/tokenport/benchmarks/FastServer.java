package dev.tokenport.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/**
 * A server that answers every request with 200 and one JSON text, as fast as a socket allows: a thread for each connection,
 * no framework. A server that takes its time would hide what its client costs.
 *
 * <p>It keeps connections open, reads bodies with Content-Length, and knows no other HTTP. No two tokens are the same, as with
 * any real server. Thread-safe.
 */
final class FastServer implements AutoCloseable {

    /** Where the number of the request goes. */
    private static final String SERIAL = "0".repeat(12);

    private final ServerSocket socket;
    private final byte[] answer;
    private final int serial;
    private final long delayMillis;
    private final AtomicLong requests = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts on a free port of the loopback interface.
     *
     * @param sockets plain or TLS
     * @param json the body of every answer
     * @param delayMillis how long to wait before each answer
     */
    FastServer(ServerSocketFactory sockets, String json, long delayMillis) throws IOException {
        this.socket = sockets.createServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        this.answer = (head + json).getBytes(StandardCharsets.UTF_8);
        this.serial = (head + json).indexOf(SERIAL);
        this.delayMillis = delayMillis;
        threads.execute(this::accept);
    }

    /** A token answer. */
    static String token(long expiresIn) {
        return "{\"access_token\":\"eyJhbGciOiJSUzI1NiJ9." + SERIAL + "a1B2".repeat(200)
                + ".c3D4\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}";
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many requests were answered. */
    long requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
            return;
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 11);
                OutputStream out = connection.getOutputStream()) {
            var head = new StringBuilder();
            byte[] own = answer.clone();
            while (readHead(in, head)) {
                in.skipNBytes(contentLength(head));
                number(own, requests.incrementAndGet());
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                out.write(own);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // The client hung up, or the server was closed.
            return;
        }
    }

    private void number(byte[] own, long number) {
        if (serial < 0) {
            return;
        }
        long left = number;
        for (int at = serial + SERIAL.length() - 1; at >= serial; at--) {
            own[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static boolean readHead(InputStream in, StringBuilder head) throws IOException {
        head.setLength(0);
        int end = 0;
        while (end < 4) {
            int octet = in.read();
            if (octet < 0) {
                return false;
            }
            head.append((char) octet);
            boolean expected = octet == (end % 2 == 0 ? '\r' : '\n');
            end = expected ? end + 1 : octet == '\r' ? 1 : 0;
        }
        return true;
    }

    private static long contentLength(StringBuilder head) {
        String name = "content-length:";
        String text = head.toString().toLowerCase(Locale.ROOT);
        int at = text.indexOf(name);
        return at < 0
                ? 0
                : Long.parseLong(text.substring(at + name.length(), text.indexOf('\r', at))
                        .strip());
    }
}
