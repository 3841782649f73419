package dev.tokenport.testkit.conformance;

/** Has a bench. */
interface BenchUser {

    /** Where the rules are tried. */
    Bench bench();
}
