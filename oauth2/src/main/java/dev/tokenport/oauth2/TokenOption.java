package dev.tokenport.oauth2;

import java.util.Locale;

/** What can be set on a {@link TokenRequest}, so that a fault can be told under the caller's own name for it. */
public enum TokenOption {
    /** The URL of the token endpoint. */
    TOKEN_ENDPOINT,
    /** The issuer identifier of the authorization server. */
    ISSUER,
    /** Where tokens are revoked. */
    REVOCATION_ENDPOINT,
    /** Where the device grant begins. */
    DEVICE_AUTHORIZATION_ENDPOINT,
    /** The client id. */
    CLIENT_ID,
    /** The client secret. */
    CLIENT_SECRET,
    /** The client secrets that are tried when the first is refused. */
    NEXT_CLIENT_SECRET,
    /** The user name of the password grant. */
    USER_NAME,
    /** The password of the password grant. */
    PASSWORD,
    /** The refresh token of the refresh token grant. */
    REFRESH_TOKEN,
    /** The file that keeps the refresh token. */
    REFRESH_TOKEN_FILE,
    /** The assertion of the JWT bearer grant. */
    ASSERTION,
    /** Who says what the assertion of the JWT bearer grant says. */
    ASSERTION_ISSUER,
    /** Further claims of the assertion of the JWT bearer grant. */
    ASSERTION_CLAIMS,
    /** The subject token of the token exchange. */
    SUBJECT_TOKEN,
    /** The actor token of the token exchange. */
    ACTOR_TOKEN,
    /** The kind of token that is wanted in an exchange. */
    REQUESTED_TOKEN_TYPE,
    /** The device code of the device grant. */
    DEVICE_CODE,
    /** How the client authenticates. */
    CLIENT_AUTHENTICATION,
    /** The private key that assertions are signed with. */
    SIGNING_KEY,
    /** How assertions are signed. */
    KEY_ALGORITHM,
    /** The certificate, with its key, that the client shows when it connects. */
    CLIENT_CERTIFICATE,
    /** For whom the client's own assertion is made out. */
    ASSERTION_AUDIENCE,
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
