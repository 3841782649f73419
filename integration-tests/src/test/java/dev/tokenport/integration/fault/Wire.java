package dev.tokenport.integration.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One connection of a {@link FaultyServer}, octet by octet. For one thread. */
final class Wire {

    private static final int LARGEST_HEAD = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final FaultyServer server;
    private final boolean first;

    Wire(Socket socket, FaultyServer server, boolean first) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.server = server;
        this.first = first;
    }

    /** Whether it is the server's first connection. */
    boolean isFirst() {
        return first;
    }

    /**
     * Reads a request.
     *
     * @return its number among all of the server's
     * @throws EOFException if the client hangs up instead
     */
    int request() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || head.size() > LARGEST_HEAD) {
                throw new EOFException();
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return server.received(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    /** Waits until the client has said something, whatever it is. */
    void hear() throws IOException {
        if (in.read(new byte[LARGEST_HEAD]) < 0) {
            throw new EOFException();
        }
    }

    /** Writes a text in which the words {@code PORT} and {@code OTHER_PORT} stand for the ports. */
    void write(String text) throws IOException {
        write(text.replace("OTHER_PORT", Integer.toString(server.otherPort()))
                .replace("PORT", Integer.toString(server.port()))
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    /** Writes a text again and again, for so many octets in all. */
    void writeMuch(String piece, long octets) throws IOException {
        byte[] block = piece.repeat(Math.max(1, (1 << 14) / piece.length())).getBytes(StandardCharsets.ISO_8859_1);
        for (long written = 0; written < octets; written += block.length) {
            out.write(block, 0, (int) Math.min(block.length, octets - written));
        }
        out.flush();
    }

    /** Writes a text again and again, until the client has enough. */
    void writeWithoutEnd(String piece) throws IOException {
        writeMuch(piece, Long.MAX_VALUE / 2);
    }

    /** Writes one octet per 100 ms. */
    void drip(String text) throws IOException, InterruptedException {
        for (byte octet : text.getBytes(StandardCharsets.ISO_8859_1)) {
            write(new byte[] {octet});
            // The server's own rhythm, nothing waits for it.
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Says nothing more until the client hangs up. */
    void staySilent() throws IOException {
        while (in.read() >= 0) {
            // Whatever still comes is not wanted.
        }
    }

    /** Hangs up. */
    void close() throws IOException {
        socket.close();
    }

    /** Hangs up with a reset instead of an end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
