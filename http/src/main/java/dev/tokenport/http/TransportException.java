package dev.tokenport.http;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * No answer, or not a whole one. The message says what happened, with host and port, and may be shown as it is (for
 * example {@code connection to idp.example.org:443 refused}); the cause is kept.
 */
public final class TransportException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Fault {
        /** The name has no address. Not worth a retry. */
        UNKNOWN_HOST,
        /** Nobody listens. */
        REFUSED,
        /** The TLS handshake failed: untrusted, expired, wrong name, no common protocol. Not worth a retry. */
        TLS,
        /** A connection or an answer took too long. */
        TIMEOUT,
        /** The connection broke or the answer was not HTTP. */
        BROKEN
    }

    private final Fault fault;

    /** An exception with a message that may be shown. */
    public TransportException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What happened. */
    public Fault fault() {
        return fault;
    }

    /** Whether the same request may succeed a little later. */
    public boolean worthRetrying() {
        return fault == Fault.REFUSED || fault == Fault.TIMEOUT || fault == Fault.BROKEN;
    }
}
