package dev.tokenport.secret;

import java.util.Locale;
import java.util.Objects;

/**
 * A name for a text that stands elsewhere: {@code env:NAME} or {@code file:PATH}. Prints as written. Immutable.
 *
 * @param kind where the text stands
 * @param name the variable's name or the file's path, not empty
 */
public record Reference(Kind kind, String name) {

    /** Where a referenced text stands. */
    public enum Kind {
        /** An environment variable. */
        ENV,
        /** A file. */
        FILE
    }

    /** Checks that there is a name. */
    public Reference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
    }

    /**
     * Reads {@code env:NAME} or {@code file:PATH}.
     *
     * @throws IllegalArgumentException if it is neither; the message names both forms and does <em>not</em> repeat the
     *     text, which may be a secret given in the clear by mistake
     */
    public static Reference parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
