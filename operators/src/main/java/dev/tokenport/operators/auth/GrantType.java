package dev.tokenport.operators.auth;

/** The grants of the page, and a token that needs none. */
enum GrantType {
    /** The client acts for itself (RFC 6749 §4.4). */
    CLIENT_CREDENTIALS,
    /** The client acts for a user whose password it knows (RFC 6749 §4.3). */
    PASSWORD,
    /** The token was fetched elsewhere; nothing is asked for. */
    PREFETCHED_TOKEN
}
