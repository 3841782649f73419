package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The place of one token in a cache, and the one flight that fetches it. Thread-safe. */
final class KeptToken {

    private final AtomicReference<@Nullable AccessToken> token = new AtomicReference<>();
    private final SingleFlight<AccessToken> flight = new SingleFlight<>();

    SingleFlight<AccessToken> flight() {
        return flight;
    }

    void keep(AccessToken fresh) {
        token.set(fresh.lifetime().isZero() ? null : fresh);
    }

    /** The token if more than the margin is left of it. */
    Optional<AccessToken> goodFor(Duration margin, long nanos) {
        return Optional.ofNullable(token.get()).filter(kept -> kept.validity().exceeds(margin, nanos));
    }

    /** The token if it has not expired. */
    Optional<AccessToken> unexpired(long nanos) {
        return Optional.ofNullable(token.get()).filter(kept -> !kept.validity().over(nanos));
    }

    /** Whether it holds nothing that anybody could still want. */
    boolean isSpent(long nanos) {
        AccessToken kept = token.get();
        return kept != null && kept.validity().over(nanos) && flight.isIdle();
    }

    /** Gives up the token if it is this one. */
    void drop(Secret refused) {
        AccessToken kept = token.get();
        if (kept != null && kept.is(refused)) {
            token.compareAndSet(kept, null);
        }
    }
}
