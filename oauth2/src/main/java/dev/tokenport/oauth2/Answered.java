package dev.tokenport.oauth2;

/** What was read from an answer. */
sealed interface Answered permits Answered.Granted, Refusal {

    /** A token. */
    record Granted(AccessToken token) implements Answered {}
}
