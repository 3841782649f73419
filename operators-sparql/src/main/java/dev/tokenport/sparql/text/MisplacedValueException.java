package dev.tokenport.sparql.text;

import java.io.Serial;

/** A value cannot stand where a template puts it. The message is a predicate without the value. */
final class MisplacedValueException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A value that is put at the end of a text.
     *
     * @param why a predicate such as {@code has a value in a comment}
     */
    MisplacedValueException(String why, CharSequence before) {
        super(why + ", line " + (1 + before.chars().filter(c -> c == '\n').count()));
    }
}
