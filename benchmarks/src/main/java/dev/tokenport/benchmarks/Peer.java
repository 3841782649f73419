package dev.tokenport.benchmarks;

/**
 * What Tokenport is measured against.
 *
 * @param name as the page shows it, with its version if it has one
 * @param value its figure, in the unit of the finding
 * @param ratio Tokenport's figure divided by the peer's; the median of the ratios of the rounds where both ran in turn
 */
public record Peer(String name, double value, double ratio) {

    /** A peer that was not measured in turn: the ratio is that of the two figures. */
    public static Peer of(String name, double ours, double theirs) {
        return new Peer(name, theirs, ours / theirs);
    }
}
