package dev.tokenport.oauth2;

import java.util.Locale;

/** What can be set on a {@link TokenRequest}, so that a fault can be told under the caller's own name for it. */
public enum TokenOption {
    /** The URL of the token endpoint. */
    TOKEN_ENDPOINT,
    /** The client id. */
    CLIENT_ID,
    /** The client secret. */
    CLIENT_SECRET,
    /** The user name of the password grant. */
    USER_NAME,
    /** The password of the password grant. */
    PASSWORD,
    /** How the client authenticates. */
    CLIENT_AUTHENTICATION,
    /** How client id and secret are encoded. */
    SECRET_ENCODING,
    /** The target services by URI (RFC 8707). */
    RESOURCE,
    /** Further form parameters. */
    EXTRA_PARAMETERS;

    /** The option's own name: {@code token_endpoint}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
