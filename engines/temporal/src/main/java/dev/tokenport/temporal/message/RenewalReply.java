package dev.tokenport.temporal.message;

import org.jspecify.annotations.Nullable;

/**
 * What a task gives now. Immutable.
 *
 * @param given what config ports get
 * @param leftAt the queue of the worker where something is left to be done at the end of the run
 */
public record RenewalReply(SentSettings given, @Nullable String leftAt) {}
