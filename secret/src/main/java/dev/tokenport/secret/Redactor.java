package dev.tokenport.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces every secret it knows by {@value Secret#MASK}, in every form a secret can take in a text: raw, JSON-escaped
 * (<code>&#92;/</code> and <code>&#92;u00e9</code> too), form-encoded ({@code +}), percent-encoded ({@code %20}, either
 * hex case), HTML-escaped, Base64 and Base64URL, with and without padding; and as {@link OneLine} leaves it.
 *
 * <p>Values under four characters are replaced only as whole words, in all their forms. Secrets that overlap in the text
 * are replaced together. A secret of several lines is one secret: its lines are not replaced one by one (a line such as
 * {@code true} would tear holes into every message), so whoever shows parts of such a secret adds these parts. Redact
 * first, then cut or change white space: a short piece of a secret is not recognised. A secret of more than {@value
 * SecretPattern#LONG} characters is known by its pieces, so that the time it takes to look for it is bounded.
 *
 * <p>Secrets are only ever added. Thread-safe.
 */
public final class Redactor {

    private static final int SHORT = 4;

    private final Set<String> known = new HashSet<>();
    private volatile SecretIndex index = SecretIndex.EMPTY;

    /** Adds a secret; blank texts are ignored. */
    public synchronized void add(String secret) {
        if (secret.isBlank() || !known.add(secret)) {
            return;
        }
        boolean wholeWord = secret.codePointCount(0, secret.length()) < SHORT;
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        var patterns = new LinkedHashSet<SecretPattern>();
        for (String plain : List.of(secret, OneLine.of(secret))) {
            patterns.addAll(SecretPattern.of(plain, wholeWord, false));
        }
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            patterns.addAll(SecretPattern.of(encoder.withoutPadding().encodeToString(bytes), wholeWord, true));
        }
        index = index.with(patterns);
    }

    /** The text with all known secrets replaced. */
    public String redact(String text) {
        List<SecretIndex.Range> ranges = index.ranges(text);
        if (ranges.isEmpty()) {
            return text;
        }
        var redacted = new StringBuilder(text.length());
        int at = 0;
        for (SecretIndex.Range range : ranges) {
            redacted.append(text, at, range.begin()).append(Secret.MASK);
            at = range.end();
        }
        return redacted.append(text, at, text.length()).toString();
    }

    /** The text redacted first, then cut to at most {@code length} characters, the last of them {@code …} if it was cut. */
    public String redact(String text, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length " + length + " is less than 1");
        }
        String redacted = redact(text);
        if (redacted.length() <= length) {
            return redacted;
        }
        int end = length - 1;
        if (end > 0 && Character.isHighSurrogate(redacted.charAt(end - 1))) {
            end--;
        }
        return redacted.substring(0, end) + "…";
    }
}
