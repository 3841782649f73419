package dev.tokenport.web.site;

import dev.tokenport.secret.Redactor;
import io.javalin.http.sse.SseClient;

/**
 * Events to one page that is open. What they say is redacted. It ends when the page is left or its session ends; then it
 * swallows what is sent. Thread-safe.
 */
public final class EventStream implements AutoCloseable {

    /** The event that tells a page that its session has ended, and that nothing more comes. */
    public static final String ENDED = "ended";

    private final SseClient client;
    private final Redactor redactor;
    private final Visit visit;
    private final Runnable ending = this::end;

    private EventStream(SseClient client, Redactor redactor, Visit visit) {
        this.client = client;
        this.redactor = redactor;
        this.visit = visit;
    }

    /**
     * Goes on sending after the handler has returned, until it is closed.
     *
     * @param whenClosed what to do when the page has gone, or the stream was closed
     */
    public static EventStream open(SseClient client, Redactor redactor, Runnable whenClosed) {
        Visit visit = Visit.of(client.ctx()).orElseThrow();
        var stream = new EventStream(client, redactor, visit);
        client.keepAlive();
        client.onClose(() -> {
            visit.forget(stream.ending);
            whenClosed.run();
        });
        visit.whenEnded(stream.ending);
        return stream;
    }

    /** Sends an event; waits for a page that reads slowly. */
    public void send(String event, String data) {
        if (visit.hasEnded()) {
            end();
        } else if (!client.terminated()) {
            client.sendEvent(event, redactor.redact(data));
        }
    }

    /** Shows a page that reads nothing else that the connection is alive, and finds out whether it has gone. */
    public void beat() {
        if (visit.hasEnded()) {
            end();
        } else if (!client.terminated()) {
            client.sendComment("");
        }
    }

    /** Whether nothing more can be sent. */
    public boolean isClosed() {
        return client.terminated();
    }

    private void end() {
        if (!client.terminated()) {
            // A browser does not tell a page of an event without data.
            client.sendEvent(ENDED, ENDED);
            client.close();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
