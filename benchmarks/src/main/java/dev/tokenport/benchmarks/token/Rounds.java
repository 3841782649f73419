package dev.tokenport.benchmarks.token;

import dev.tokenport.benchmarks.Median;
import dev.tokenport.benchmarks.Peer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of several clients, measured in turn: forward in one round, backward in the next, so that a machine that
 * becomes slower or faster meanwhile is the same for all.
 *
 * @param <C> the clients
 */
final class Rounds<C> {

    private final Map<C, double[]> figures;

    private Rounds(Map<C, double[]> figures) {
        this.figures = figures;
    }

    /** Measures one client once. */
    @FunctionalInterface
    interface Measured<C> {
        double once(C client) throws Exception;
    }

    static <C> Rounds<C> measure(List<C> clients, int rounds, Measured<C> measured) throws Exception {
        Map<C, double[]> figures = new LinkedHashMap<>();
        clients.forEach(client -> figures.put(client, new double[rounds]));
        List<C> order = new ArrayList<>(clients);
        for (int round = 0; round < rounds; round++) {
            for (C client : order) {
                of(figures, client)[round] = measured.once(client);
            }
            Collections.reverse(order);
        }
        return new Rounds<>(figures);
    }

    /** The median of a client's figures. */
    double median(C client) {
        return Median.of(of(figures, client));
    }

    /** A client as a peer of another. */
    Peer peer(C ours, C theirs, String name) {
        double[] a = of(figures, ours);
        double[] b = of(figures, theirs);
        double[] ratios = new double[a.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = a[i] / b[i];
        }
        return new Peer(name, Median.of(b), Median.of(ratios));
    }

    private static <C> double[] of(Map<C, double[]> figures, C client) {
        double[] found = figures.get(client);
        if (found == null) {
            throw new IllegalArgumentException(client + " was not measured");
        }
        return found;
    }
}
