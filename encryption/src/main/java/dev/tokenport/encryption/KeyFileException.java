package dev.tokenport.encryption;

import java.io.Serial;

/** A key file cannot be read or written; the message names it and the reason, never a key. */
public final class KeyFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    KeyFileException(String message) {
        super(message);
    }

    KeyFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
