package dev.tokenport.benchmarks;

/** How long is measured. */
public enum Effort {
    /** Shows in a minute or two that everything can be measured; its figures mean nothing. */
    SHORT,

    /** What the page is written from. */
    FULL;

    /** One of two numbers. */
    public int choose(int inShort, int inFull) {
        return this == SHORT ? inShort : inFull;
    }
}
