package dev.tokenport.secret;

import java.io.Serial;

/** A text with a faulty {@code ${…}} in it. */
public final class ReferenceSyntaxException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;

    ReferenceSyntaxException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Where the faulty reference begins, in characters from the start of the text. */
    public int offset() {
        return offset;
    }
}
