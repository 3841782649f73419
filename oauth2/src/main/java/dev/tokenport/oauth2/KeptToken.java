package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The place of one token in a cache, and the one flight that fetches it. Thread-safe. */
final class KeptToken {

    /** After a failed renewal the next try waits for half of what the old token has left, within these bounds. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int RETIRED = -1;

    private final AtomicReference<@Nullable AccessToken> token = new AtomicReference<>();
    private volatile @Nullable Pause pause;

    /** No renewal of a token for some time. */
    private record Pause(AccessToken token, long startNanos, Duration length) {

        boolean over(long nanos) {
            return nanos - startNanos >= length.toNanos();
        }
    }

    private final SingleFlight<AccessToken> flight = new SingleFlight<>(token -> !token.isGivenUp());
    private final RefreshChain chain;

    /** How many are at this place to fetch its token; negative once it is no place of the cache any more. */
    private final AtomicInteger users = new AtomicInteger();

    /** An empty place. */
    KeptToken() {
        this(new RefreshChain());
    }

    /** An empty place whose tokens are renewed with those of a chain. */
    KeptToken(RefreshChain chain) {
        this.chain = chain;
    }

    /** What tokens of this place are renewed with. */
    RefreshChain chain() {
        return chain;
    }

    /** Begins to use this place, which stays one of the cache until {@link #leave}; not if it no longer is. */
    boolean enter() {
        return users.updateAndGet(count -> count < 0 ? count : count + 1) > 0;
    }

    void leave() {
        users.decrementAndGet();
    }

    /** Ends the use of this place, if it holds nothing that anybody could still want, and nobody is at it. */
    boolean retire(long nanos) {
        return unexpired(nanos).isEmpty() && chain.next().isEmpty() && users.compareAndSet(0, RETIRED);
    }

    SingleFlight<AccessToken> flight() {
        return flight;
    }

    /** Keeps a token; one that lives no time is only remembered, so that it can be given up. */
    void keep(AccessToken fresh) {
        token.set(fresh);
    }

    /**
     * The token if more than the margin is left of it, or if its renewal has been put off.
     *
     * @param margin in nanoseconds
     */
    @Nullable
    AccessToken givenAt(long nanos, long margin) {
        AccessToken good = goodFor(margin, nanos);
        return good == null && pause != null ? postponed(nanos).orElse(null) : good;
    }

    /**
     * The token if more than the margin is left of it.
     *
     * @param margin in nanoseconds
     */
    @Nullable
    AccessToken goodFor(long margin, long nanos) {
        AccessToken kept = token.get();
        return kept != null && kept.validity().exceeds(margin, nanos) ? kept : null;
    }

    /** The token if it has not expired. */
    Optional<AccessToken> unexpired(long nanos) {
        return Optional.ofNullable(token.get()).filter(kept -> !kept.validity().over(nanos));
    }

    /** Puts the next renewal off, if there is a token to fall back on: the last one has just failed. */
    void postpone(long nanos) {
        unexpired(nanos).ifPresent(old -> {
            Duration half = old.validity().remaining(nanos).dividedBy(2);
            Duration capped = half.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : half;
            pause = new Pause(old, nanos, capped.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : capped);
        });
    }

    /** The token whose renewal has been put off, while it has not expired. */
    private Optional<AccessToken> postponed(long nanos) {
        Pause now = pause;
        return now == null || now.over(nanos)
                ? Optional.empty()
                : unexpired(nanos).filter(kept -> kept == now.token());
    }

    /** Gives up the token if it is this one. */
    void drop(Secret refused) {
        AccessToken kept = token.get();
        if (kept != null && kept.is(refused)) {
            kept.giveUp();
            token.compareAndSet(kept, null);
        }
    }
}
