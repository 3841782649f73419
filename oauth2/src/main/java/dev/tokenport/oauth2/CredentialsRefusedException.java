package dev.tokenport.oauth2;

import java.io.Serial;

/** The server does not accept the client (id, secret, method) or the user (name, password). Fix the credentials. */
public final class CredentialsRefusedException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    CredentialsRefusedException(String message, Failure failure) {
        super(message, failure);
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }
}
