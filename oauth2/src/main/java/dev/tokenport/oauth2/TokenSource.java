package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.time.Duration;

/**
 * Gives a valid token for one request, every time: the kept one while it is good, a new one otherwise. Any number of
 * concurrent callers cause one request. A kept token is given without reading anything again, secrets included.
 * Thread-safe.
 */
public final class TokenSource {

    private final TokenCache cache;
    private final TokenClient client;
    private final TokenRequest request;
    private final Duration minimumValidity;

    TokenSource(TokenCache cache, TokenClient client, TokenRequest request, Duration minimumValidity) {
        this.cache = cache;
        this.client = client;
        this.request = request;
        this.minimumValidity = minimumValidity;
    }

    /** A source of its own, over a cache and a client with all defaults. */
    public static TokenSource of(TokenRequest request) {
        return new TokenCache().source(TokenClient.create(), request);
    }

    /**
     * A valid token. While a renewal fails and the old token is still good, the old one is given, with a warning.
     *
     * @throws TokenException if there is none; the next caller tries anew
     * @throws InterruptedException as soon as the thread is interrupted; the interrupt flag stays set, and others who
     *     wait for the same token are not harmed
     */
    public AccessToken token() throws TokenException, InterruptedException {
        throw new UnsupportedOperationException(request + " " + cache.time() + client.world() + minimumValidity);
    }

    /** Gives up exactly this token; a successor is not touched. */
    public void invalidate(Secret token) {
        throw new UnsupportedOperationException(token.toString());
    }

    /**
     * Gives up a token that a service refused, and gives its successor; all who were refused with the same token get the
     * same one.
     *
     * @throws TokenException if there is none
     * @throws InterruptedException as {@link #token}
     */
    public AccessToken renew(Secret refused) throws TokenException, InterruptedException {
        invalidate(refused);
        return token();
    }
}
