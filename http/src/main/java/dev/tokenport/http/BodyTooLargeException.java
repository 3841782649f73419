package dev.tokenport.http;

import java.io.IOException;
import java.io.Serial;

/** A body is larger than the reader accepts. */
public final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A body larger than {@code limit} bytes. */
    public BodyTooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
