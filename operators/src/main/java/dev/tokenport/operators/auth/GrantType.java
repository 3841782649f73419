package dev.tokenport.operators.auth;

import dev.tokenport.operator.Choice;

/** How a token is got: by the grants of the page, by further ones, or without any. */
enum GrantType {
    /** The client acts for itself (RFC 6749 §4.4). */
    CLIENT_CREDENTIALS,
    /** The client acts for a user whose password it knows (RFC 6749 §4.3). */
    PASSWORD,
    /** A token was given before, together with one for its renewal (RFC 6749 §6). */
    REFRESH_TOKEN,
    /** Someone whom the server trusts says for whom the token is (RFC 7523 §2.1). */
    @Choice(GrantType.JWT_BEARER_NAME)
    JWT_BEARER,
    /** A token is exchanged for another one (RFC 8693). */
    @Choice(GrantType.TOKEN_EXCHANGE_NAME)
    TOKEN_EXCHANGE,
    /** The token was fetched elsewhere; nothing is asked for. */
    PREFETCHED_TOKEN;

    static final String JWT_BEARER_NAME = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final String TOKEN_EXCHANGE_NAME = "urn:ietf:params:oauth:grant-type:token-exchange";

    /** The rule of what is mandatory for all grants that name the client. */
    static final String OF_A_CLIENT = "oauth_grant_type=client_credentials|password|refresh_token";

    /** The rule of what is mandatory for all grants. */
    static final String ANY = OF_A_CLIENT + "|" + JWT_BEARER_NAME + "|" + TOKEN_EXCHANGE_NAME;
}
