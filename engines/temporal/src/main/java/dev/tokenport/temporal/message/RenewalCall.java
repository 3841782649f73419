package dev.tokenport.temporal.message;

/**
 * What a worker is asked to renew. Immutable.
 *
 * @param call the call that the task was executed with
 * @param before what it has given
 * @param renewal what is to be replaced
 */
public record RenewalCall(TaskCall call, SentEntity before, Renewal renewal) {}
