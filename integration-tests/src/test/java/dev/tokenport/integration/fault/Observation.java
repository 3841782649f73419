package dev.tokenport.integration.fault;

import java.time.Duration;

/**
 * What became of a question. Immutable.
 *
 * @param seen what the user sees, in general words
 * @param left what left the process
 * @param leaked whether something confidential went to another origin
 * @param took how long it took
 */
record Observation(String seen, String left, boolean leaked, Duration took) {}
