package dev.tokenport.service.json;

import java.io.Serial;

/** A text is not the JSON that was expected. The message is one line; it may quote a few characters of the text. */
public final class JsonFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    JsonFault(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line of the fault, from 1. */
    public int line() {
        return line;
    }

    /** The column of the fault, from 1. */
    public int column() {
        return column;
    }
}
