package dev.tokenport.oauth2;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.secret.Secret;
import java.time.Duration;

/**
 * Gives a valid token for one request, every time: the kept one while it is good, a new one otherwise. Any number of
 * concurrent callers cause one request. A kept token is given without reading anything again, secrets included.
 * Thread-safe.
 */
public final class TokenSource {

    /** Below this, a renewal is not hurried for the sake of the old token. */
    private static final Duration SHORTEST_HURRY = Duration.ofSeconds(5);

    private final TokenCache cache;
    private final TokenClient client;
    private final TokenRequest request;
    private final TokenListener listener;
    private final long margin;
    private final TokenKey.Plain key;
    private final SingleFlight<AccessToken> flight = new SingleFlight<>(token -> !token.isGivenUp());
    private volatile KeptToken place = new KeptToken();
    private volatile boolean given;

    TokenSource(TokenCache cache, TokenClient client, TokenRequest request, Duration minimumValidity) {
        this.cache = cache;
        this.client = client;
        this.request = request;
        this.listener = client.world().listener();
        // Half a token's life counts at most, and the longest life is far shorter.
        this.margin = minimumValidity.compareTo(Lifetime.LONGEST) < 0
                ? minimumValidity.toNanos()
                : Lifetime.LONGEST.toNanos();
        this.key = TokenKey.Plain.of(request);
    }

    /** A source of its own, over a cache and a client with all defaults. */
    public static TokenSource of(TokenRequest request) {
        return new TokenCache().source(TokenClient.create(), request);
    }

    /**
     * A valid token. While a renewal fails and the old token has not expired, the old one is given, with a warning, and the
     * endpoint is left in peace for half of what the old token has left, 5 seconds to a minute.
     *
     * @throws TokenException if there is none; the next caller tries anew
     * @throws InterruptedException as soon as the thread is interrupted; the interrupt flag stays set, and others who
     *     wait for the same token are not harmed
     */
    public AccessToken token() throws TokenException, InterruptedException {
        AccessToken kept = place.givenAt(cache.nanoTime(), margin);
        if (kept != null) {
            listener.kept(kept);
            return kept;
        }
        return awaited();
    }

    /** A token that has to be asked for, or that another thread asks for already. */
    private AccessToken awaited() throws TokenException, InterruptedException {
        try {
            return flight.join(this::current);
        } catch (TokenException e) {
            return oldOr(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /** Gives up exactly this token: who asks from now on does not get it. A successor is not touched. */
    public void invalidate(Secret token) {
        place.drop(token);
        cache.invalidate(token);
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

    private AccessToken current() throws TokenException, InterruptedException {
        AccessToken kept = place.givenAt(cache.nanoTime(), margin);
        if (kept != null) {
            return kept;
        }
        try {
            Credentials credentials = Credentials.read(request);
            KeptToken next = cache.enter(request, key, credentials);
            try {
                AccessToken token = next.flight().join(() -> fresh(next, credentials));
                place = next;
                return token;
            } finally {
                next.leave();
            }
        } catch (TokenException e) {
            if (!Thread.currentThread().isInterrupted()) {
                place.postpone(cache.nanoTime());
            }
            throw e;
        }
    }

    private AccessToken fresh(KeptToken next, Credentials credentials) throws TokenException, InterruptedException {
        AccessToken kept = next.goodFor(margin, cache.nanoTime());
        if (kept != null) {
            return kept;
        }
        RetryPolicy policy = hurried(client.world().retry());
        AccessToken token = new Renewal(client, request, credentials, next.chain(), policy).token();
        next.keep(token);
        if (given) {
            listener.renewed(token);
        }
        given = true;
        return token;
    }

    /** While there is an old token to fall back on, a renewal leaves it half of what it has left. */
    private RetryPolicy hurried(RetryPolicy policy) {
        long now = cache.nanoTime();
        return place.unexpired(now)
                .map(old -> old.validity().remaining(now).dividedBy(2))
                .filter(half -> half.compareTo(SHORTEST_HURRY) >= 0 && half.compareTo(policy.total()) < 0)
                .map(half -> new RetryPolicy(policy.attempts(), half, policy.firstDelay()))
                .orElse(policy);
    }

    private AccessToken oldOr(TokenException failure) throws TokenException {
        AccessToken old = place.unexpired(cache.nanoTime()).orElse(null);
        if (old == null) {
            throw failure;
        }
        String warning = "the token could not be renewed, and the old one is used until " + old.expiresAt() + ": "
                + failure.getMessage();
        listener.warned(warning);
        return old.withWarning(warning);
    }
}
