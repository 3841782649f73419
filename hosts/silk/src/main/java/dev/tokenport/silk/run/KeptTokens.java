package dev.tokenport.silk.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.oauth2.TokenCache;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tokens that runs of one project and one user share, for each project and user. Those that have expired are given up
 * whenever a run begins; so are those of the owner who has not run for the longest time when there are too many owners, and
 * all of an owner who has too many. Thread-safe.
 */
final class KeptTokens {

    /** For how many owners tokens are kept. */
    static final int MOST_OWNERS = 1_000;

    /** How many tokens are kept for one of them. */
    static final int MOST_TOKENS = 1_000;

    private final TimeSource time;
    private final Map<Owner, TokenCache> caches = new LinkedHashMap<>(16, 0.75f, true);

    KeptTokens(TimeSource time) {
        this.time = time;
    }

    /** The tokens of an owner. */
    synchronized TokenCache of(Owner owner) {
        sweep();
        TokenCache cache = caches.computeIfAbsent(owner, missing -> new TokenCache(time));
        if (caches.size() > MOST_OWNERS) {
            Iterator<Owner> longest = caches.keySet().iterator();
            longest.next();
            longest.remove();
        }
        return cache;
    }

    /** How many owners have tokens here that may still be given. */
    synchronized int owners() {
        sweep();
        return caches.size();
    }

    private void sweep() {
        caches.values().removeIf(cache -> {
            int kept = cache.sweep();
            return kept == 0 || kept > MOST_TOKENS;
        });
    }
}
