package dev.tokenport.oauth2;

import java.io.Serial;

/** The server does not grant what was asked for, or not here: scope, audience, grant, URL. Fix the request, or the client as registered at the server. */
public final class RequestRefusedException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    RequestRefusedException(String message, Failure failure) {
        super(message, failure);
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }
}
