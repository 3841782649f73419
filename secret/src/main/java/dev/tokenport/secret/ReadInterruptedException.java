package dev.tokenport.secret;

import java.io.Serial;

/** The thread that read a secret was interrupted; others who want the same read it themselves. */
final class ReadInterruptedException extends SecretUnavailableException {

    @Serial
    private static final long serialVersionUID = 1L;

    ReadInterruptedException(String message, Throwable cause) {
        super(message, cause);
    }
}
