package dev.tokenport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of this machine that refuses connections until it is closed. A socket is bound to it and does not listen: the
 * port of a server that was closed may soon be another's, who answers. Thread-safe.
 */
public final class RefusingPort implements AutoCloseable {

    private final Socket bound;

    private RefusingPort(Socket bound) {
        this.bound = bound;
    }

    /** A random port, at all addresses of this machine. */
    public static RefusingPort open() {
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(0));
            return new RefusingPort(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port. */
    public int port() {
        return bound.getLocalPort();
    }

    /** The URL of a path (and query) at this port of {@code 127.0.0.1}, for plain HTTP. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Gives the port back; from then on it may be another's. */
    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
