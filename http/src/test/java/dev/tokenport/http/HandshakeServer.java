package dev.tokenport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers the first bytes of a TLS handshake with its own bytes and hangs up. */
final class HandshakeServer implements AutoCloseable {

    private static final int MORE_THAN_A_HELLO = 16_384;

    private final ServerSocket listening;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private HandshakeServer(byte[] answer) throws IOException {
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread.execute(() -> serve(answer));
    }

    static HandshakeServer answering(byte[] answer) throws IOException {
        return new HandshakeServer(answer);
    }

    URI url() {
        return URI.create("https://" + peer() + "/");
    }

    String peer() {
        return "localhost:" + listening.getLocalPort();
    }

    private void serve(byte[] answer) {
        try {
            while (true) {
                try (var socket = listening.accept()) {
                    if (socket.getInputStream().read(new byte[MORE_THAN_A_HELLO]) > 0) {
                        socket.getOutputStream().write(answer);
                        socket.shutdownOutput();
                        socket.getInputStream().readAllBytes();
                    }
                } catch (java.net.SocketException e) {
                    if (listening.isClosed()) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thread.shutdownNow();
    }
}
