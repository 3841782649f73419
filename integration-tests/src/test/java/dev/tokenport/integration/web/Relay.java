package dev.tokenport.integration.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * What stands between a browser and the server, as its proxy: keeps each octet that the server sends, and can be slow or cut.
 * Thread-safe.
 */
final class Relay implements AutoCloseable {

    private static final int SLOW_PIECE = 512;
    private static final Duration SLOW_PAUSE = Duration.ofMillis(20);

    private final ServerSocket door;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private volatile boolean cut;
    private volatile boolean slow;

    /** A relay to a port of this machine. */
    Relay(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Closes all connections, and those that come until {@link #restore}. */
    void cut() {
        cut = true;
        sockets.forEach(Relay::close);
    }

    void restore() {
        cut = false;
    }

    /** Passes on some kilobytes a second from now on. */
    void slowDown() {
        slow = true;
    }

    /** All that the server has sent, as it was on the wire. */
    String sent() {
        synchronized (sent) {
            return sent.toString(StandardCharsets.UTF_8);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                sockets.add(browser);
                if (cut) {
                    close(browser);
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                    sockets.add(server);
                    threads.execute(() -> pass(browser, server, false));
                    threads.execute(() -> pass(server, browser, true));
                }
            } catch (IOException e) {
                // The door was closed, or the server is gone: there is nobody to tell.
                LockSupport.parkNanos(1);
            }
        }
    }

    private void pass(Socket from, Socket to, boolean answer) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] octets = new byte[16 * 1024];
            for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                if (answer) {
                    synchronized (sent) {
                        sent.write(octets, 0, count);
                    }
                }
                write(out, octets, count);
            }
        } catch (IOException e) {
            // One of both has gone, and so has the other.
            close(to);
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void write(OutputStream out, byte[] octets, int count) throws IOException {
        for (int begin = 0; begin < count; begin += slow ? SLOW_PIECE : count) {
            out.write(octets, begin, slow ? Math.min(SLOW_PIECE, count - begin) : count - begin);
            out.flush();
            if (slow) {
                LockSupport.parkNanos(SLOW_PAUSE.toNanos());
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
            LockSupport.parkNanos(1);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        threads.shutdownNow();
    }
}
