package dev.tokenport.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** What goes over a connected channel, each write within the time that is left. For one thread. */
final class TimedOutput extends OutputStream {

    private final SocketChannel channel;
    private final TimeLeft time;

    TimedOutput(SocketChannel channel, TimeLeft time) {
        this.channel = channel;
        this.time = time;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        time.millis();
        ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
        channel.configureBlocking(false);
        try {
            channel.write(left);
            if (left.hasRemaining()) {
                writeAsTheyAreTaken(left);
            }
        } finally {
            if (channel.isOpen()) {
                channel.configureBlocking(true);
            }
        }
    }

    /** The other side takes less at once than is to be sent. A blocking channel would wait for it without an end. */
    private void writeAsTheyAreTaken(ByteBuffer left) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (left.hasRemaining()) {
                selector.select(time.millis());
                if (Thread.currentThread().isInterrupted()) {
                    channel.close();
                    throw new InterruptedIOException("sending was interrupted");
                }
                selector.selectedKeys().clear();
                channel.write(left);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
