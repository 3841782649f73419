package dev.tokenport.operators.format;

import dev.tokenport.secret.OneLine;
import java.io.Serial;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** A row is not what its format wants. The message is one line that begins with the place, such as {@code line 3: …}. */
public final class RowFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    RowFault(String message) {
        super(OneLine.of(message));
    }

    RowFault(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }

    RowFault(long line, String message) {
        this("line " + line + ": " + message);
    }

    /** Octets that are no characters, behind so many good lines. Reading is ahead of the rows, so the place is not exact. */
    static RowFault coding(long lines, Charset charset, CharacterCodingException cause) {
        return new RowFault(
                "line " + (lines + 1) + " or after it: this is not text in " + charset + "; set another charset",
                cause);
    }
}
