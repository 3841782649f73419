package dev.tokenport.oauth2;

import java.io.Serial;

/** The answer is not what RFC 6749 §5 describes. Fix the URL, or the server. */
public final class MalformedAnswerException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message, Failure failure) {
        super(message, failure);
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }
}
