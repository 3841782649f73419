package dev.tokenport.benchmarks;

import java.util.Optional;

/**
 * One measured line.
 *
 * @param id what it is compared by with earlier runs: {@code warm.64.spring}
 * @param what what was done, in a few words
 * @param unit of both figures
 * @param ours Tokenport's figure, a median
 * @param peer what else did the same
 * @param goal what was to be reached
 */
public record Finding(String id, String what, Unit unit, double ours, Optional<Peer> peer, Optional<Goal> goal) {

    /** A figure without a peer and without a goal. */
    public static Finding of(String id, String what, Unit unit, double ours) {
        return new Finding(id, what, unit, ours, Optional.empty(), Optional.empty());
    }

    /** Beside what else did the same. */
    public Finding beside(Peer other) {
        return new Finding(id, what, unit, ours, Optional.of(other), goal);
    }

    /** With what it shall reach. */
    public Finding shall(Goal reach) {
        return new Finding(id, what, unit, ours, peer, Optional.of(reach));
    }

    /** Whether the goal is reached; empty if there is none. */
    Optional<Boolean> reached() {
        return goal.map(reach -> reach.reachedBy(peer.map(Peer::ratio).orElse(ours)));
    }

    /** Whether the peer is better, by more than a hundredth. */
    boolean peerIsBetter() {
        return peer.filter(other -> unit.moreIsBetter() ? other.ratio() < 0.99 : other.ratio() > 1.01)
                .isPresent();
    }
}
