package dev.tokenport.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server on which connections are lost: after so many octets in one direction, as often as is told. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong received = new AtomicLong(Long.MAX_VALUE);

    private CuttingProxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
        threads.execute(this::accept);
    }

    static CuttingProxy before(int port) throws IOException {
        return new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next connections are lost when the client has sent so many octets on one. */
    void cutSending(long octets, int times) {
        sent.set(octets);
        cuts.set(times);
    }

    /** The next connections are lost when the client has received so many octets on one. */
    void cutReceiving(long octets, int times) {
        received.set(octets);
        cuts.set(times);
    }

    /** How many are to be lost yet. */
    int left() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                pass(listening.accept());
            }
        } catch (IOException closed) {
            threads.shutdownNow();
        }
    }

    private void pass(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            threads.execute(() -> pass(client, server, sent));
            threads.execute(() -> pass(server, client, received));
        } catch (IOException gone) {
            client.close();
        }
    }

    private void pass(Socket from, Socket to, AtomicLong most) {
        byte[] buffer = new byte[1 << 13];
        long passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (passed + read > most.get() && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    from.setSoLinger(true, 0);
                    to.setSoLinger(true, 0);
                    return;
                }
                out.write(buffer, 0, read);
                passed += read;
            }
        } catch (IOException lost) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
