package dev.tokenport.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A port that refuses connections and stays ours, as that of {@code testkit}, which is made with this module. */
final class RefusingPort implements AutoCloseable {

    private final Socket bound = new Socket();

    private RefusingPort() throws IOException {
        bound.bind(new InetSocketAddress(0));
    }

    static RefusingPort open() throws IOException {
        return new RefusingPort();
    }

    int port() {
        return bound.getLocalPort();
    }

    URI url(String scheme) {
        return URI.create(scheme + "://localhost:" + port() + "/");
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
