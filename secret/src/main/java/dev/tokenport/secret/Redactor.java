package dev.tokenport.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces every secret it knows by {@value Secret#MASK}, in every form a secret can take in a text: raw, JSON-escaped
 * (<code>&#92;/</code> and <code>&#92;u00e9</code> too), form-encoded ({@code +}), percent-encoded ({@code %20}, either
 * hex case), HTML-escaped, in hexadecimal digits, Base64 and Base64URL, with and without padding and with other text around
 * it in what was encoded; as {@link OneLine} leaves it, without the blanks around it, and as a header field reads where it
 * is no ASCII. JSON, HTML and percent-encoding may stand around any of these once more.
 *
 * <p>Values under four characters are replaced only as whole words, in all their forms. Secrets that overlap in the text
 * are replaced together. A secret of several lines is one secret: its lines are not replaced one by one (a line such as
 * {@code true} would tear holes into every message), so whoever shows parts of such a secret adds these parts. Redact
 * first, then cut or change white space: a short piece of a secret is not recognised. A secret of more than {@value
 * SecretPattern#LONG} characters is known by its pieces, so that the time it takes to look for it is bounded.
 *
 * <p>Secrets are only ever added. What runs of a process know is known by a {@linkplain #part part} each, which is forgotten
 * when the run has ended. Thread-safe.
 */
public final class Redactor {

    /** Values of fewer characters are looked for as whole words. */
    static final int SHORT = 4;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    // What was added and is not in the index yet. A client learns a token with every answer, and most of what it shows
    // is too
    // short to have a token in it: the forms of a secret are worked out when a text comes that might.
    private final List<String> unindexed = new ArrayList<>();
    private volatile int shortestUnindexed = Integer.MAX_VALUE;
    private volatile SecretIndex index = SecretIndex.EMPTY;

    private final @Nullable Redactor whole;
    private final Set<Redactor> parts = ConcurrentHashMap.newKeySet();

    /** A redactor that knows nothing yet. */
    public Redactor() {
        this(null);
    }

    private Redactor(@Nullable Redactor whole) {
        this.whole = whole;
    }

    /**
     * A redactor for a part of what happens, such as one run among others. It replaces what it learns and what this one has
     * learned itself, not what other parts know; this one replaces what all its parts know, until they have ended.
     */
    public Redactor part() {
        var part = new Redactor(this);
        parts.add(part);
        return part;
    }

    /** Ends a part: what it knows is still replaced by it, and by no other any more. */
    public void end() {
        if (whole != null) {
            whole.parts.remove(this);
        }
    }

    /** Adds a secret; blank texts are ignored. */
    public void add(String secret) {
        if (!secret.isBlank() && !known.contains(secret)) {
            learn(secret);
        }
    }

    private synchronized void learn(String secret) {
        if (known.contains(secret)) {
            return;
        }
        unindexed.add(secret);
        shortestUnindexed = Math.min(shortestUnindexed, SecretForms.shortest(secret));
        // Last: whoever finds it known has it redacted.
        known.add(secret);
    }

    /** The index, with all secrets in it that a text of this length can hold. */
    private SecretIndex index(int length) {
        return length < shortestUnindexed ? index : whole();
    }

    private synchronized SecretIndex whole() {
        if (!unindexed.isEmpty()) {
            Set<SecretPattern> patterns = new LinkedHashSet<>();
            for (String secret : unindexed) {
                patterns.addAll(SecretForms.of(secret, secret.codePointCount(0, secret.length()) < SHORT));
            }
            index = index.with(patterns);
            unindexed.clear();
            shortestUnindexed = Integer.MAX_VALUE;
        }
        return index;
    }

    /** The text with all known secrets replaced. */
    public String redact(String text) {
        return redact(text, secret -> Secret.MASK);
    }

    /**
     * The text with all known secrets replaced by something else than {@value Secret#MASK}.
     *
     * @param replacement what takes the place of a piece of the text
     */
    public String redact(String text, UnaryOperator<String> replacement) {
        List<SecretIndex.Range> ranges = ranges(text);
        if (ranges.isEmpty()) {
            return text;
        }
        var redacted = new StringBuilder(text.length());
        int at = 0;
        for (SecretIndex.Range range : ranges) {
            redacted.append(text, at, range.begin())
                    .append(replacement.apply(text.substring(range.begin(), range.end())));
            at = range.end();
        }
        return redacted.append(text, at, text.length()).toString();
    }

    private List<SecretIndex.Range> ranges(String text) {
        List<SecretIndex.Range> own = index(text.length()).ranges(text);
        if (whole == null && parts.isEmpty()) {
            return own;
        }
        // All in the same text: what secrets of several parts overlap in is replaced together.
        var all = new ArrayList<>(own);
        for (Redactor above = whole; above != null; above = above.whole) {
            all.addAll(above.index(text.length()).ranges(text));
        }
        addOfParts(text, all);
        return SecretIndex.united(all);
    }

    private void addOfParts(String text, List<SecretIndex.Range> all) {
        for (Redactor part : parts) {
            all.addAll(part.index(text.length()).ranges(text));
            part.addOfParts(text, all);
        }
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
