package dev.tokenport.sparql.result;

import dev.tokenport.secret.OneLine;
import java.io.Serial;

/** An answer is not the results that were expected. The message is a predicate; it may quote a few characters. */
public final class ResultFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    ResultFault(String message) {
        super(OneLine.of(message));
    }

    ResultFault(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}
