package dev.tokenport.cmem.value;

import java.io.Serial;

/** A value cannot be had; the message says why, on one line. */
public final class ValueFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A fault with this message. */
    public ValueFault(String message) {
        super(message);
    }

    /** What is wrong. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
