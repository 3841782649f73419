package dev.tokenport.oauth2;

import java.util.Locale;

/** How a client proves who it is at the token endpoint (RFC 6749 §2.3). Prints as registered: {@code client_secret_basic}. */
public enum ClientAuthenticationMethod {
    /** Client id and secret in an {@code Authorization: Basic} header, neither of them in the body. */
    CLIENT_SECRET_BASIC,
    /** Client id and secret in the body. */
    CLIENT_SECRET_POST,
    /** No proof: the client id in the body, no {@code Authorization} header. For public clients. */
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
