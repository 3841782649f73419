package dev.tokenport.oauth2;

import java.util.Locale;

/** How a client proves who it is at the token endpoint (RFC 6749 §2.3). Prints as registered: {@code client_secret_basic}. */
public enum ClientAuthenticationMethod {
    /** Client id and secret in an {@code Authorization: Basic} header, neither of them in the body. */
    CLIENT_SECRET_BASIC,
    /** Client id and secret in the body. */
    CLIENT_SECRET_POST,
    /** A JWT that is authenticated with the client secret (OpenID Connect Core §9). */
    CLIENT_SECRET_JWT,
    /** A JWT that is signed with the client's private key (RFC 7523 §2.2). */
    PRIVATE_KEY_JWT,
    /** The client's certificate from a CA, shown when the connection is made (RFC 8705 §2.1). */
    TLS_CLIENT_AUTH,
    /** The client's own certificate, which the server knows, shown when the connection is made (RFC 8705 §2.2). */
    SELF_SIGNED_TLS_CLIENT_AUTH,
    /** No proof: the client id in the body, no {@code Authorization} header. For public clients. */
    NONE;

    /** What a client needs to use it. */
    enum Needs {
        NOTHING,
        SECRET,
        SIGNING_KEY,
        CERTIFICATE
    }

    /** Whether the client signs a JWT that says who it is (RFC 7521 §4.2). */
    boolean sendsAssertion() {
        return this == CLIENT_SECRET_JWT || this == PRIVATE_KEY_JWT;
    }

    Needs needs() {
        return switch (this) {
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, CLIENT_SECRET_JWT -> Needs.SECRET;
            case PRIVATE_KEY_JWT -> Needs.SIGNING_KEY;
            case TLS_CLIENT_AUTH, SELF_SIGNED_TLS_CLIENT_AUTH -> Needs.CERTIFICATE;
            case NONE -> Needs.NOTHING;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
