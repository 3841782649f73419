package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** A connection over which HTTP/1.1 is spoken, one exchange after the other. For one thread at a time. */
final class WireConnection extends DefaultBHttpClientConnection {

    private static final int MOST_INTERIM = 8;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FINAL = 200;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(10_000)
            .setMaxLineLength(64 * 1024)
            .build();

    /** The fields behind a body in chunks are held in memory and then forgotten. */
    private static final Http1Config TRAILER =
            Http1Config.custom().setMaxHeaderCount(100).build();

    private final TimedSocket socket;
    private final WireInput input;

    private WireConnection(TimedSocket socket, WireInput input) {
        super(
                CONFIG,
                null,
                null,
                WireConnection::length,
                null,
                (request, connection, in, sent, next) -> sent > 0 && ((WireConnection) connection).hasInput(),
                null,
                new DefaultHttpResponseParserFactory(CONFIG, new AnswerLines(), null));
        this.socket = socket;
        this.input = input;
    }

    /** The length of an answer's body, whose {@link Framing} has been found to be clear. */
    private static long length(HttpMessage answer) {
        if (answer.containsHeader("Transfer-Encoding")) {
            return ContentLengthStrategy.CHUNKED;
        }
        Header length = answer.getFirstHeader("Content-Length");
        return length == null ? ContentLengthStrategy.UNDEFINED : Long.parseLong(length.getValue());
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
        return length == ContentLengthStrategy.CHUNKED
                ? new ChunkedInputStream(buffer, in, TRAILER)
                : super.createContentInputStream(length, buffer, in);
    }

    /** Speaks in the clear. */
    static WireConnection plain(TimedSocket socket) throws IOException {
        var input = new WireInput(socket, socket.getInputStream(), false);
        var connection = new WireConnection(socket, input);
        connection.bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket ignored) {
                return input;
            }
        });
        return connection;
    }

    /** Speaks under TLS. */
    static WireConnection secured(SSLSocket tls, TimedSocket socket) throws IOException {
        var input = new WireInput(socket, tls.getInputStream(), true);
        var connection = new WireConnection(socket, input);
        connection.bind(new SocketHolder(tls, socket) {
            @Override
            protected InputStream getInputStream(Socket ignored) {
                return input;
            }
        });
        return connection;
    }

    /** Whether some of the answer has come. */
    boolean isAnswering() {
        return input.hasHead();
    }

    /** Whether it can be used again: open, and nothing has come that nobody asked for. */
    boolean isFresh() {
        try {
            return isOpen() && !hasInput();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something has come before anything was to come; does not wait. */
    private boolean hasInput() throws IOException {
        Deadline before = socket.deadline();
        input.beginPause();
        try {
            return isDataAvailable(Timeout.ONE_MILLISECOND);
        } finally {
            socket.obey(before);
        }
    }

    /**
     * Sends a request and takes in the answer up to its body, which {@link #body} reads.
     *
     * @throws HeadFault if the head of the answer cannot be used
     */
    ClassicHttpResponse exchange(ClassicHttpRequest request, Deadline deadline) throws IOException {
        socket.obey(deadline);
        try {
            send(request);
            input.beginHead();
            return received();
        } catch (MessageConstraintException e) {
            throw HeadFault.tooLarge();
        } catch (AnswerLines.NotHttpException | UnsupportedHttpVersionException e) {
            throw HeadFault.notHttp(e);
        } catch (HttpException e) {
            throw HeadFault.malformedField(e);
        } catch (IllegalArgumentException e) {
            // Of a version or a status that there cannot be.
            throw HeadFault.notHttp(e);
        }
    }

    private void send(ClassicHttpRequest request) throws IOException, HttpException {
        try {
            sendRequestHeader(request);
            sendRequestEntity(request);
            flush();
        } catch (RequestBodyException e) {
            throw e;
        } catch (IOException e) {
            // A server that has had enough says so and hangs up.
            if (!isOpen() || socket.isClosed() || !hasInput()) {
                throw e;
            }
        }
    }

    private ClassicHttpResponse received() throws IOException, HttpException {
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            ClassicHttpResponse response = receiveResponseHeader();
            if (response.getCode() == SWITCHING_PROTOCOLS) {
                throw HeadFault.switches();
            }
            if (response.getCode() >= FINAL) {
                return response;
            }
        }
        throw HeadFault.manyInterim();
    }

    /**
     * The body of an answer.
     *
     * @throws IOException if there is no telling where it ends
     */
    InputStream body(ClassicHttpRequest request, ClassicHttpResponse response) throws IOException {
        if (!MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
            return InputStream.nullInputStream();
        }
        try {
            receiveResponseEntity(response);
        } catch (HttpException e) {
            throw HeadFault.malformedField(e);
        }
        HttpEntity entity = response.getEntity();
        input.beginBody(entity.getContentLength() < 0 && !entity.isChunked());
        return entity.getContent();
    }

    /** Whether another exchange may follow this one, whose answer has been read to its end. */
    boolean isKept(ClassicHttpRequest request, ClassicHttpResponse response) {
        return isConsistent()
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
    }

    /** Breaks the connection off. */
    void abort() {
        close(CloseMode.IMMEDIATE);
    }

    /** Ends the connection as is due, but without waiting for it. */
    void end() {
        socket.obey(Deadline.after(FAREWELL, TimeSource.system()));
        close(CloseMode.GRACEFUL);
    }
}
