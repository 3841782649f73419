package dev.tokenport.oauth2;

import java.net.URI;

/**
 * Is told what a token client does while it does it. No secret is in what it is told. Called by the thread that asked
 * for the token, never under a lock; what it throws is thrown to that thread.
 */
public interface TokenListener {

    /** An issuer has told what is known of its server; from then on this is kept. */
    default void discovered(URI document, ServerMetadata metadata) {}

    /** A request is about to be sent; each attempt is one. */
    default void sending(SentRequest request) {}

    /** An answer has arrived. */
    default void answered(ReceivedAnswer answer) {}

    /** An attempt failed and another will follow; one line. */
    default void retrying(String line) {}

    /** A token was revoked. */
    default void revoked(URI endpoint) {}

    /** Something a person should look at; one line. The token carries it as well. */
    default void warned(String line) {}

    /** A listener that does nothing. */
    static TokenListener none() {
        return new TokenListener() {};
    }
}
