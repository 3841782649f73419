package dev.tokenport.service.json;

import java.io.Serial;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** A text in JSON is longer than allowed; found when it is asked for, since until then it is not held. */
final class LongTextException extends JacksonException {

    @Serial
    private static final long serialVersionUID = 1L;

    LongTextException(TokenStreamLocation place, JacksonException cause) {
        super("the text is too long", place, cause);
    }
}
