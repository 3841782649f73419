package dev.tokenport.oauth2;

import java.net.URI;
import java.time.Duration;

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

    /** Before another attempt there will be a wait of this length. */
    default void waited(Duration wait) {}

    /** A token was received. */
    default void received(AccessToken token) {}

    /** A token that was kept is given once more; nobody is asked. */
    default void kept(AccessToken token) {}

    /** A source has received another token in the place of one that it gave before. */
    default void renewed(AccessToken token) {}

    /** There was no token, for this reason. */
    default void failed(TokenException reason) {}

    /** A token was revoked. */
    default void revoked(URI endpoint) {}

    /** Something a person should look at; one line. The token carries it as well. */
    default void warned(String line) {}

    /** A listener that does nothing. */
    static TokenListener none() {
        return new TokenListener() {};
    }
}
