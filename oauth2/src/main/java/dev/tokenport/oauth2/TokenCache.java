package dev.tokenport.oauth2;

import dev.tokenport.http.TimeSource;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps tokens for all who may share them. A token is identified by endpoint, grant, client id, client authentication, a
 * fingerprint of the secrets, user, scopes (in any order), audiences, resources and extra parameters. Secrets themselves
 * are not kept. Thread-safe.
 */
public final class TokenCache {

    /** How long a kept token must still be good for to be given again. */
    public static final Duration DEFAULT_MINIMUM_VALIDITY = Duration.ofSeconds(30);

    private final TimeSource time;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<TokenKey, KeptToken> places = new ConcurrentHashMap<>();
    private final Map<ChainKey, RefreshChain> chains = new ConcurrentHashMap<>();

    /** What identifies the refresh tokens that follow one another. Holds no secret, only a fingerprint. */
    private record ChainKey(AuthorizationServer server, Optional<RefreshTokenFile> file, String fingerprint) {}

    /** An empty cache by this machine's clock. */
    public TokenCache() {
        this(TimeSource.system());
    }

    /** An empty cache by a clock; clients used with it go by the same. */
    public TokenCache(TimeSource time) {
        this.time = Objects.requireNonNull(time);
    }

    /** The tokens for one request, with a minimum validity of 30 seconds. */
    public TokenSource source(TokenClient client, TokenRequest request) {
        return source(client, request, DEFAULT_MINIMUM_VALIDITY);
    }

    /**
     * The tokens for one request.
     *
     * @param client asks for a token when there is none to give
     * @param request what to ask for
     * @param minimumValidity how long a kept token must still be good for; never more than half its life counts
     */
    public TokenSource source(TokenClient client, TokenRequest request, Duration minimumValidity) {
        if (minimumValidity.isNegative()) {
            throw new IllegalArgumentException("minimumValidity " + minimumValidity + " is negative");
        }
        return new TokenSource(this, client, request, minimumValidity);
    }

    /** Where the token of a request with these credentials is kept; entered, for the caller to leave. */
    KeptToken enter(TokenRequest request, TokenKey.Plain plain, Credentials credentials) {
        var key = new TokenKey(plain, credentials.method(), fingerprint.of(credentials));
        while (true) {
            KeptToken known = places.get(key);
            if (known == null) {
                long now = time.nanoTime();
                places.values().removeIf(place -> place.retire(now));
                known = places.computeIfAbsent(key, missing -> new KeptToken(chain(request, credentials)));
            }
            if (known.enter()) {
                return known;
            }
            // It is being cleared away right now; whoever does that may not have got to it in the map.
            places.remove(key, known);
        }
    }

    /** Requests that differ may begin with one refresh token, which is used once all the same. */
    private RefreshChain chain(TokenRequest request, Credentials credentials) {
        if (!(request.grant() instanceof Grant.RefreshToken grant)) {
            return new RefreshChain();
        }
        List<String> texts = credentials.grant().stream().map(FormField::value).toList();
        var key = new ChainKey(request.server(), grant.file(), fingerprint.of(texts));
        return chains.computeIfAbsent(key, missing -> new RefreshChain());
    }

    /**
     * Gives up the tokens that have expired and cannot be renewed with what is kept here.
     *
     * @return how many tokens, and refresh tokens that follow one another, are kept still
     */
    public int sweep() {
        long now = time.nanoTime();
        places.values().removeIf(place -> place.retire(now));
        return places.size() + chains.size();
    }

    /** Gives up exactly this token, if it is kept here: who asks from now on does not get it. */
    public void invalidate(Secret refused) {
        places.values().forEach(place -> place.drop(refused));
    }

    long nanoTime() {
        return time.nanoTime();
    }
}
