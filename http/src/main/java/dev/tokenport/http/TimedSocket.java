package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection of which nothing lasts longer than a deadline: neither connecting nor a read nor a write, whether octets drip
 * or none come, and whoever reads, be it TLS in the midst of a handshake. Interrupting the thread that waits closes it (see
 * {@link java.nio.channels.InterruptibleChannel}). For one thread at a time.
 */
final class TimedSocket extends Socket {

    private final SocketChannel channel;
    private final Socket socket;
    private final int serverPort;
    private Deadline deadline;
    private @Nullable TimedInput input;
    private @Nullable TimedOutput output;

    /**
     * A socket that is not yet connected.
     *
     * @param serverPort the port of the server that is behind it, of which TLS remembers sessions; with a proxy in between
     *     it is not the one that is connected to
     */
    TimedSocket(int serverPort, Deadline deadline) throws IOException {
        super((SocketImpl) null);
        this.channel = SocketChannel.open();
        this.socket = channel.socket();
        this.serverPort = serverPort;
        this.deadline = deadline;
    }

    /** From now on this is when everything has to be over. */
    void obey(Deadline other) {
        deadline = other;
    }

    /** When everything has to be over. */
    Deadline deadline() {
        return deadline;
    }

    /** The milliseconds that are left, at least one. */
    private int millisLeft() throws SocketTimeoutException {
        long nanos = deadline.remaining().toNanos();
        if (nanos == 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000 + 1);
    }

    /** Whether something has come, be it the end; does not wait. */
    boolean hasInput() throws IOException {
        return connected(input).hasCome();
    }

    private static <T> T connected(@Nullable T stream) throws SocketException {
        if (stream == null) {
            throw new SocketException("not connected");
        }
        return stream;
    }

    /**
     * Connects within so long, and before the deadline.
     *
     * @throws ConnectException if it is not possible, whatever the reason
     */
    void connect(InetAddress address, int port, int millis) throws IOException {
        try {
            socket.connect(new InetSocketAddress(address, port), Math.min(millis, millisLeft()));
            socket.setTcpNoDelay(true);
            input = new TimedInput(channel, this::millisLeft);
            output = new TimedOutput(channel, this::millisLeft);
        } catch (ConnectException | SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            throw (IOException) new ConnectException(e.getMessage()).initCause(e);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connected(input);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected(output);
    }

    @Override
    public int getPort() {
        return serverPort;
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return socket.getRemoteSocketAddress();
    }

    @Override
    public @Nullable SocketAddress getLocalSocketAddress() {
        return socket.getLocalSocketAddress();
    }

    /** The deadline is what counts. */
    @Override
    public void setSoTimeout(int timeout) {
        // See obey.
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return socket.getTcpNoDelay();
    }

    @Override
    public void setSoLinger(boolean on, int linger) throws SocketException {
        socket.setSoLinger(on, linger);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return socket.getSoLinger();
    }

    @Override
    public void shutdownInput() throws IOException {
        socket.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isBound() {
        return socket.isBound();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return socket.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return socket.isOutputShutdown();
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return socket.toString();
    }
}
