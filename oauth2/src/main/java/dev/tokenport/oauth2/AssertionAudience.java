package dev.tokenport.oauth2;

import java.util.Locale;

/** For whom a client's own assertion is made out (RFC 7523 §3). Prints as {@code token_endpoint}. */
public enum AssertionAudience {
    /** The URL of the token endpoint. */
    TOKEN_ENDPOINT,
    /** The issuer identifier of the server. */
    ISSUER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
