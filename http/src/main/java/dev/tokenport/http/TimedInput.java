package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/** What comes over a connected channel, each read within the time that is left. For one thread. */
final class TimedInput extends InputStream {

    private static final int NOTHING = -2;
    private static final int END = -1;

    private final SocketChannel channel;
    private final Socket socket;
    private final InputStream blocking;
    private final TimeLeft time;
    private final byte[] one = new byte[1];

    /** The octet that was found to have come, {@link #END} or {@link #NOTHING}. */
    private int ahead = NOTHING;

    TimedInput(SocketChannel channel, TimeLeft time) throws IOException {
        this.channel = channel;
        this.socket = channel.socket();
        this.blocking = socket.getInputStream();
        this.time = time;
    }

    /** Whether an octet or the end has come; does not wait. */
    boolean hasCome() throws IOException {
        if (ahead == NOTHING) {
            channel.configureBlocking(false);
            try {
                int count = channel.read(ByteBuffer.wrap(one));
                ahead = count > 0 ? one[0] & 0xFF : count == 0 ? NOTHING : END;
            } finally {
                channel.configureBlocking(true);
            }
        }
        return ahead != NOTHING;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int millis = time.millis();
        if (length == 0 || ahead == END) {
            return length == 0 ? 0 : -1;
        }
        if (ahead != NOTHING) {
            bytes[offset] = (byte) ahead;
            ahead = NOTHING;
            return 1;
        }
        socket.setSoTimeout(millis);
        return blocking.read(bytes, offset, length);
    }

    @Override
    public int available() throws IOException {
        return (ahead >= 0 ? 1 : 0) + blocking.available();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
