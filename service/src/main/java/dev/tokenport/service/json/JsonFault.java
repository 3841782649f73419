package dev.tokenport.service.json;

import dev.tokenport.secret.OneLine;
import java.io.Serial;
import tools.jackson.core.TokenStreamLocation;

/** A text is not the JSON that was expected. The message is one line; it may quote a few characters of the text. */
public final class JsonFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final boolean tooLarge;

    JsonFault(String message, int line, int column) {
        this(message, line, column, false);
    }

    private JsonFault(String message, int line, int column, boolean tooLarge) {
        super(OneLine.of(message));
        this.line = line;
        this.column = column;
        this.tooLarge = tooLarge;
    }

    /**
     * A fault at a place.
     *
     * @param message what is wrong there, one line
     */
    public static JsonFault at(String message, TokenStreamLocation place) {
        return new JsonFault(message, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    /** A record that is larger than allowed, although it may be JSON. */
    static JsonFault tooLarge(int largest, TokenStreamLocation place) {
        String message = "a record has more than " + largest + " characters";
        return new JsonFault(message, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), true);
    }

    /** Whether the fault is that a record is larger than allowed. */
    public boolean isTooLarge() {
        return tooLarge;
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
