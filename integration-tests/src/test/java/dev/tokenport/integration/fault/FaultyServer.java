package dev.tokenport.integration.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that misbehaves as it is told, and remembers all that was sent to it. Thread-safe. */
final class FaultyServer implements AutoCloseable {

    private static final int PATIENCE = 500;

    private final ServerSocket listening;
    private final Conduct conduct;
    private final int otherPort;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new ArrayList<>();

    private FaultyServer(ServerSocketFactory sockets, Conduct conduct, int otherPort) throws IOException {
        this.otherPort = otherPort;
        this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.conduct = conduct;
    }

    /**
     * A server on a port of its own.
     *
     * @param otherPort the port that {@code OTHER_PORT} stands for in what it writes; {@code PORT} is its own
     */
    static FaultyServer started(ServerSocketFactory sockets, Conduct conduct, int otherPort) throws IOException {
        var server = new FaultyServer(sockets, conduct, otherPort);
        server.threads.execute(server::accept);
        return server;
    }

    int port() {
        return listening.getLocalPort();
    }

    int otherPort() {
        return otherPort;
    }

    /** How many connections there were. */
    int connections() {
        return connections.get();
    }

    /** The requests that were read whole, as they came. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized int received(String request) {
        requests.add(request);
        return requests.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                boolean first = connections.incrementAndGet() == 1;
                threads.execute(() -> serve(socket, first));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void serve(Socket socket, boolean first) {
        try (socket) {
            conduct.serve(new Wire(socket, this, first));
        } catch (IOException e) {
            // The client has enough, which is what most conducts wait for.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** Waits until no connection is open; not for ever. */
    boolean awaitEnd() throws InterruptedException {
        for (int i = 0; i < PATIENCE && !open.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return open.isEmpty();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
