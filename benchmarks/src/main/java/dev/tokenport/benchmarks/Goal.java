package dev.tokenport.benchmarks;

import java.util.Locale;

/**
 * What a figure shall reach: the ratio where there is a peer, the figure itself where there is none.
 *
 * @param atMost whether less is needed; otherwise more
 * @param bound in the unit of the figure, or as a ratio
 */
public record Goal(boolean atMost, double bound) {

    /** At most so much. */
    public static Goal atMost(double bound) {
        return new Goal(true, bound);
    }

    /** At least so much. */
    public static Goal atLeast(double bound) {
        return new Goal(false, bound);
    }

    boolean reachedBy(double value) {
        return atMost ? value <= bound : value >= bound;
    }

    @Override
    public String toString() {
        return (atMost ? "≤ " : "≥ ") + (bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : bound);
    }
}
