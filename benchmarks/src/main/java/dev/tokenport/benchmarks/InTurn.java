package dev.tokenport.benchmarks;

/**
 * Two things measured in turn, A B B A A B …, so that a machine that becomes slower or faster meanwhile is the same for both.
 *
 * @param ours the median of Tokenport's figures
 * @param theirs the median of the peer's
 * @param ratio the median of the ratios of each round
 */
public record InTurn(double ours, double theirs, double ratio) {

    /** Measures once, and returns the figure. */
    @FunctionalInterface
    public interface Measured {
        /** Measures, and returns the figure. */
        double once() throws Exception;
    }

    /**
     * Measures.
     *
     * @param warmUps rounds that are not counted
     * @param rounds rounds that are
     */
    public static InTurn measure(int warmUps, int rounds, Measured ours, Measured theirs) throws Exception {
        double[] a = new double[rounds];
        double[] b = new double[rounds];
        double[] ratios = new double[rounds];
        for (int i = -warmUps; i < rounds; i++) {
            boolean oursFirst = i % 2 == 0;
            double first = oursFirst ? ours.once() : theirs.once();
            double second = oursFirst ? theirs.once() : ours.once();
            if (i >= 0) {
                a[i] = oursFirst ? first : second;
                b[i] = oursFirst ? second : first;
                ratios[i] = a[i] / b[i];
            }
        }
        return new InTurn(Median.of(a), Median.of(b), Median.of(ratios));
    }

    /** The peer, with the ratio of the rounds. */
    public Peer peer(String name) {
        return new Peer(name, theirs, ratio);
    }
}
