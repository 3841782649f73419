package dev.tokenport.oauth2.verify;

import java.io.Serial;
import java.util.Objects;

/** A step on the way to the authorization server was not passed: nothing was sent. The message says what to change. */
public final class WayBlockedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    WayBlockedException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
