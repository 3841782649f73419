package dev.tokenport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/1.1 server on a random port of loopback that answers as a test says and remembers what it was asked. Answers
 * are given in the order in which they were {@linkplain #answer scripted}, one per request; when they are used up, the
 * {@linkplain #otherwise fallback} answers: HTTP 418 unless a test sets another. Thread-safe.
 */
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Queue<Function<RecordedRequest, Answer>> script = new ArrayDeque<>();
    private Function<RecordedRequest, Answer> fallback =
            request -> Answer.of(418, "text/plain", "no answer is scripted for " + request.method());

    private ScriptedServer(ServerSocket listener, String scheme) {
        this.listener = listener;
        this.scheme = scheme;
    }

    /** A server for plain HTTP. */
    public static ScriptedServer start() {
        return started(() -> new ServerSocket(0, 0, loopback()), "http");
    }

    /** A server for HTTPS. */
    public static ScriptedServer start(SSLContext tls) {
        return started(() -> tls.getServerSocketFactory().createServerSocket(0, 0, loopback()), "https");
    }

    /** Adds answers to the script, one per request. */
    public synchronized ScriptedServer answer(Answer... answers) {
        for (Answer answer : answers) {
            Objects.requireNonNull(answer);
            script.add(request -> answer);
        }
        return this;
    }

    /** Answers whatever the script has no answer for. */
    public synchronized ScriptedServer otherwise(Function<RecordedRequest, Answer> answers) {
        fallback = Objects.requireNonNull(answers);
        return this;
    }

    /** The URL of a path (and query) of this server, at {@code 127.0.0.1}. */
    public URI url(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    /** How many connections were opened so far. */
    public int connections() {
        return accepted.get();
    }

    /** The port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** All requests so far. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * The one request that was made.
     *
     * @throws IllegalStateException if there was none or more than one
     */
    public synchronized RecordedRequest request() {
        if (requests.size() != 1) {
            throw new IllegalStateException("there were " + requests.size() + " requests, not one");
        }
        return requests.get(0);
    }

    /** Waits until so many requests have arrived. */
    public synchronized void awaitRequests(int count) throws InterruptedException {
        while (requests.size() < count) {
            wait();
        }
    }

    /** Closes port and connections. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    Answer next(RecordedRequest request) {
        return recorded(request).apply(request);
    }

    private synchronized Function<RecordedRequest, Answer> recorded(RecordedRequest request) {
        requests.add(request);
        notifyAll();
        Function<RecordedRequest, Answer> scripted = script.poll();
        return scripted == null ? fallback : scripted;
    }

    @FunctionalInterface
    private interface Listening {
        ServerSocket open() throws IOException;
    }

    private static ScriptedServer started(Listening listening, String scheme) {
        try {
            var server = new ScriptedServer(listening.open(), scheme);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }

    private void accept() {
        while (!listener.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            Socket socket = listener.accept();
            // Head and body are written one after the other; neither is to wait for the client's acknowledgement.
            socket.setTcpNoDelay(true);
            connections.add(socket);
            accepted.incrementAndGet();
            threads.execute(() -> {
                new ServedConnection(socket, this).serve();
                connections.remove(socket);
            });
        } catch (IOException e) {
            // The port was closed, or one connection failed; whether to go on depends on the port alone.
            return;
        }
    }
}
