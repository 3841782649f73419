package dev.tokenport.oauth2;

import java.io.Serial;

/** There was no answer: unknown host, refused or broken connection, TLS failure, time-out. Look at the network. */
public final class TokenTransportException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    TokenTransportException(String message, Failure failure, boolean worthRetrying) {
        super(message, failure);
        this.worthRetrying = worthRetrying;
    }

    @Override
    public boolean worthRetrying() {
        return worthRetrying;
    }
}
