package dev.tokenport.temporal.message;

/**
 * What a worker asks a run for: the successor of a secret. Prints no secret. Immutable.
 *
 * @param source the id of the task that gave the secret
 * @param secret the secret, in a payload that is encrypted
 * @param reason why
 */
public record Renewal(String source, String secret, Reason reason) {

    /** Why a secret is to be replaced. */
    public enum Reason {
        /** A service refused it. */
        REFUSED,
        /** It is about to expire. */
        EXPIRING
    }

    @Override
    public String toString() {
        return source + " " + reason;
    }
}
