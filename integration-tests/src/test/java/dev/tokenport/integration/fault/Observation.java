package dev.tokenport.integration.fault;

/**
 * What became of a question. Immutable.
 *
 * @param seen what the user sees, in words that are the same each time
 * @param left what left the process
 */
record Observation(String seen, String left) {}
