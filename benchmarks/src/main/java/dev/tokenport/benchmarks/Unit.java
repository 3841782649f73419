package dev.tokenport.benchmarks;

/** What a figure counts, and whether more of it is better. */
public enum Unit {
    MILLISECONDS("ms", false),
    MICROSECONDS("µs", false),
    NANOSECONDS("ns", false),
    PER_SECOND("/s", true),
    MEBIBYTES("MiB", false),
    OCTETS("B", false),
    REQUESTS("requests", false),
    TIMES("×", true);

    private final String symbol;
    private final boolean moreIsBetter;

    Unit(String symbol, boolean moreIsBetter) {
        this.symbol = symbol;
        this.moreIsBetter = moreIsBetter;
    }

    public String symbol() {
        return symbol;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
