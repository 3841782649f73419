package dev.tokenport.http;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file of trusted certificates cannot be used; the message names its path and the reason. */
public final class TrustException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with a message that may be shown. */
    public TrustException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
