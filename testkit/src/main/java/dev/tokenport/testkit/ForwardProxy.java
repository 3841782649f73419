package dev.tokenport.testkit;

import dev.tokenport.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy on a random port of loopback: tunnels ({@code CONNECT}) and forwards, to servers of this machine whatever
 * the name they are asked by, and remembers what it was asked. It may demand user and password, or refuse everything.
 * Thread-safe.
 */
public final class ForwardProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Map<String, Integer> servers = new ConcurrentHashMap<>();
    private volatile Optional<String> credentials = Optional.empty();
    private volatile Optional<String> refusal = Optional.empty();

    private ForwardProxy(ServerSocket listener) {
        this.listener = listener;
    }

    /** A proxy that serves everybody. */
    public static ForwardProxy start() {
        try {
            var proxy = new ForwardProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves only this user from now on. */
    public ForwardProxy demanding(String user, String password) {
        byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        credentials = Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
        return this;
    }

    /** Answers everything with this status line from now on, such as {@code 403 Forbidden}. */
    public ForwardProxy refusing(String status) {
        refusal = Optional.of(status);
        return this;
    }

    /** Leads requests for a name to a port of this machine. */
    public ForwardProxy leading(String host, int port) {
        servers.put(host, port);
        return this;
    }

    /** Host and port. */
    public String address() {
        return "localhost:" + listener.getLocalPort();
    }

    /** The heads of all requests so far, those that were refused too. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The port of this machine to which requests for a name are led. */
    int server(String host, int port) {
        return servers.getOrDefault(host, port);
    }

    /** The status line and header fields with which a request is refused, if it is. */
    synchronized Optional<String> refusal(RecordedRequest request) {
        requests.add(request);
        Headers headers = request.headers();
        if (credentials.isPresent() && !headers.first("Proxy-Authorization").equals(credentials)) {
            return Optional.of("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
        }
        return refusal;
    }

    void open(Socket socket) {
        sockets.add(socket);
    }

    void inBackground(Runnable work) {
        threads.execute(work);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                threads.execute(() -> new ProxiedConnection(socket, this).serve());
            } catch (IOException e) {
                // The port was closed, or one connection failed; whether to go on depends on the port alone.
            }
        }
    }

    /** Closes port and connections. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
