package dev.tokenport.cmem.archive;

import dev.tokenport.secret.OneLine;
import java.io.IOException;
import java.io.Serial;

/** A project cannot be opened or unpacked; the message is one line that names the file. */
public final class ProjectException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with this message. */
    public ProjectException(String message) {
        super(OneLine.of(message));
    }

    /** An exception with this message. */
    public ProjectException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
