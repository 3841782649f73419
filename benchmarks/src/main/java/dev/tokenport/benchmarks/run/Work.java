package dev.tokenport.benchmarks.run;

/** A known amount of work, which needs nothing but a processor. */
final class Work {

    /** About a tenth of a millisecond. */
    static final int BUSY = 50_000;

    private static volatile long result;

    private Work() {}

    /** Computes for so many turns. */
    static void of(int turns) {
        if (turns > 0) {
            long number = 88_172_645_463_325_252L;
            for (int i = 0; i < turns; i++) {
                number ^= number << 13;
                number ^= number >>> 7;
                number ^= number << 17;
            }
            // What nobody sees need not be computed.
            result = number;
        }
    }

    /** What was computed last. */
    static long result() {
        return result;
    }
}
