package dev.tokenport.http.key;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file with a private key cannot be used; the message names its path and the reason, never its content. */
public final class KeyFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with a message that may be shown. */
    public KeyFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message, which may be shown as it is. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
