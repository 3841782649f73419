package dev.tokenport.secret;

/**
 * Replaces every secret it knows by {@value Secret#MASK}, in every form a secret can take in a text: raw, JSON-escaped,
 * form-encoded ({@code +}), percent-encoded ({@code %20}, either hex case), Base64 and Base64URL.
 *
 * <p>Values under four characters are replaced only as whole words. Secrets are only ever added. Thread-safe.
 */
public final class Redactor {

    /** Adds a secret; blank texts are ignored. */
    public void add(String secret) {
        throw new UnsupportedOperationException();
    }

    /** The text with all known secrets replaced. */
    public String redact(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** The text redacted first, then cut to at most {@code length} characters, with {@code …} for what was cut off. */
    public String redact(String text, int length) {
        throw new UnsupportedOperationException(text + length);
    }
}
