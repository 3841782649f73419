package dev.tokenport.oauth2;

import org.jspecify.annotations.Nullable;

/**
 * An answer without a token in it, fit to be shown. Immutable.
 *
 * @param kind what the caller can do
 * @param status the HTTP status
 * @param error the {@code error} member, redacted
 * @param what what the server said
 * @param hint what to try, empty if nothing is known
 * @param worthRetrying whether the same request may get a better answer
 */
record Refusal(Kind kind, int status, @Nullable String error, String what, String hint, boolean worthRetrying)
        implements Answered {

    /** What the caller can do. */
    enum Kind {
        /** Fix the credentials. */
        CREDENTIALS,
        /** Fix the request or the client's registration. */
        REQUEST,
        /** Wait. */
        SERVER,
        /** Fix URL or server. */
        MALFORMED
    }

    /** What stands behind the attempt in a message. */
    String message() {
        return hint.isEmpty() ? what : what + "; " + hint;
    }
}
