package dev.tokenport.secret;

import java.io.Serial;

/** A secret could not be read; the message names the reference and the reason, never a content. */
public sealed class SecretUnavailableException extends RuntimeException permits ReadInterruptedException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with a message that may be shown as it is. */
    public SecretUnavailableException(String message) {
        super(message);
    }

    /** An exception with a message that may be shown as it is, and its cause. */
    public SecretUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
