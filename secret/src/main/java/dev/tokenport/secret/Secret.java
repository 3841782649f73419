package dev.tokenport.secret;

import java.util.Objects;

/**
 * A secret: where a confidential text comes from, rather than the text itself.
 *
 * <p>The text is read at each {@link #reveal()}, so a rotated file is picked up by the next request. Only parameter
 * binding and the wire may reveal it. A secret prints as {@code ***}, has identity equality, and cannot be serialised.
 *
 * <p>Immutable; thread-safe if its source is.
 */
public final class Secret {

    /** What every secret looks like when it is shown. */
    public static final String MASK = "***";

    /** Where the text of a secret is read from. */
    @FunctionalInterface
    public interface Source {

        /**
         * Reads the text of the secret.
         *
         * @return the text, possibly empty
         * @throws SecretUnavailableException if there is nothing to read
         */
        String read();
    }

    private final String origin;
    private final Source source;

    private Secret(String origin, Source source) {
        this.origin = Objects.requireNonNull(origin);
        this.source = Objects.requireNonNull(source);
    }

    /** A secret whose text is already known; its origin is {@code literal}. */
    public static Secret of(String text) {
        Objects.requireNonNull(text);
        return new Secret("literal", () -> text);
    }

    /**
     * A secret that is read from {@code source} whenever it is needed.
     *
     * @param origin where it comes from, in words that may be shown, such as {@code env:ORDERS_SECRET}
     */
    public static Secret from(String origin, Source source) {
        return new Secret(origin, source);
    }

    /** Where the secret comes from, in words that may be shown, such as {@code env:ORDERS_SECRET}. */
    public String origin() {
        return origin;
    }

    /**
     * The text of the secret, read now.
     *
     * @throws SecretUnavailableException if it cannot be read
     */
    public String reveal() {
        return source.read();
    }

    /** Always {@value #MASK}. */
    @Override
    public String toString() {
        return MASK;
    }
}
