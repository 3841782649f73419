package dev.tokenport.http;

import java.io.IOException;
import java.io.Serial;

/** The body of a request cannot be read where it comes from. The message may be shown. Not worth a retry. */
public final class RequestBodyException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception with a message that may be shown. */
    public RequestBodyException(String message) {
        super(message);
    }

    /** An exception with the message of its cause, which may be shown. */
    RequestBodyException(IOException cause) {
        super(cause.getMessage() == null ? "the body of the request cannot be read" : cause.getMessage(), cause);
    }
}
