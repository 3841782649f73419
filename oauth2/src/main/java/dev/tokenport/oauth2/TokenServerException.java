package dev.tokenport.oauth2;

import java.io.Serial;

/** The server is overloaded, down or broken (408, 429, 5xx), after all attempts that were allowed. Wait. */
public final class TokenServerException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    TokenServerException(String message, Failure failure, boolean worthRetrying) {
        super(message, failure);
        this.worthRetrying = worthRetrying;
    }

    @Override
    public boolean worthRetrying() {
        return worthRetrying;
    }
}
