package dev.tokenport.secret;

import java.util.Locale;
import java.util.Objects;

/**
 * A name for a text that stands elsewhere: {@code env:NAME} or {@code file:PATH}. Prints as written. Immutable.
 *
 * @param kind where the text stands
 * @param name the variable's name or the file's path, not blank
 */
public record Reference(Kind kind, String name) {

    private static final String FORMS = "env:NAME or file:PATH";

    /** Where a referenced text stands. */
    public enum Kind {
        /** An environment variable. */
        ENV,
        /** A file. */
        FILE;

        /** What a reference of this kind begins with: {@code env:} or {@code file:}. */
        String prefix() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /** Checks that there is a name. */
    public Reference {
        Objects.requireNonNull(kind);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a reference needs a name: " + FORMS);
        }
    }

    /**
     * Reads {@code env:NAME} or {@code file:PATH}.
     *
     * @throws IllegalArgumentException if it is neither; the message names both forms and does <em>not</em> repeat the
     *     text, which may be a secret given in the clear by mistake
     */
    public static Reference parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix())
                    && !text.substring(kind.prefix().length()).isBlank()) {
                return new Reference(kind, text.substring(kind.prefix().length()));
            }
        }
        throw new IllegalArgumentException("a secret is given as " + FORMS);
    }

    @Override
    public String toString() {
        return kind.prefix() + name;
    }
}
