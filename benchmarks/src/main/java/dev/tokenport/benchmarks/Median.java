package dev.tokenport.benchmarks;

import java.util.Arrays;

/** The middle of several figures. */
public final class Median {

    private Median() {}

    /**
     * The median.
     *
     * @throws IllegalArgumentException if there is no figure
     */
    public static double of(double... figures) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
