package dev.tokenport.benchmarks.token;

/** Gives a token to whoever asks. Thread-safe. */
@FunctionalInterface
interface Tokens {

    /** A token, in whatever form this client gives it. */
    Object token() throws Exception;
}
