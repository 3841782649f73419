package dev.tokenport.operators.http.answer;

import java.io.Serial;

/** An answer is not what it is read as. The message goes behind the request: {@code answered …}. It may quote the answer. */
final class AnswerFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    AnswerFault(String message) {
        super(message);
    }

    AnswerFault(String message, Throwable cause) {
        super(message, cause);
    }
}
