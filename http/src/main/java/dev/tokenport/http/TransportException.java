package dev.tokenport.http;

import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
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
        /** The proxy cannot be used, or wants to know who asks. Not worth a retry. */
        PROXY,
        /** The client's own key or certificate cannot be read. Not worth a retry. */
        CLIENT_KEY,
        /** A connection or an answer took too long. */
        TIMEOUT,
        /** The connection broke or the answer was not HTTP. */
        BROKEN
    }

    /** Why a TLS handshake failed. */
    public enum TlsFault {
        /** No trusted authority vouches for the certificate; a CA file may help. */
        UNTRUSTED,
        /** The certificate is no longer, or not yet, valid. */
        EXPIRED,
        /** The certificate is for another host. */
        WRONG_HOST,
        /** Client and server have no protocol version or cipher in common. */
        NO_COMMON_PROTOCOL,
        /** The server demands a client certificate and got none, or refuses the one it got. */
        CLIENT_CERTIFICATE,
        /** The server does not speak TLS on this port. */
        NOT_TLS,
        /** Anything else; the message has the words of the TLS library. */
        OTHER
    }

    private final Fault fault;
    private final @Nullable TlsFault tlsFault;

    /** An exception with a message that may be shown. */
    public TransportException(Fault fault, String message, @Nullable Throwable cause) {
        this(fault, fault == Fault.TLS ? TlsFault.OTHER : null, message, cause);
    }

    private TransportException(Fault fault, @Nullable TlsFault tlsFault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.tlsFault = tlsFault;
    }

    /** A TLS handshake that failed for this reason. */
    public static TransportException tls(TlsFault tlsFault, String message, @Nullable Throwable cause) {
        return new TransportException(Fault.TLS, tlsFault, message, cause);
    }

    /** The same, with a remark behind the message. */
    TransportException with(String remark) {
        return new TransportException(fault, tlsFault, getMessage() + " (" + remark + ")", this);
    }

    /** The message, which may be shown as it is. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Why the TLS handshake failed; empty if the fault is not {@link Fault#TLS}. */
    public Optional<TlsFault> tlsFault() {
        return Optional.ofNullable(tlsFault);
    }

    /** What happened. */
    public Fault fault() {
        return fault;
    }

    /** Whether the request cannot have reached the server: nobody listens, or it was not sent at all. */
    public boolean unsent() {
        return fault == Fault.REFUSED || fault == Fault.PROXY || fault == Fault.CLIENT_KEY;
    }

    /** Whether the same request may succeed a little later. */
    public boolean worthRetrying() {
        return fault == Fault.REFUSED || fault == Fault.TIMEOUT || fault == Fault.BROKEN;
    }
}
