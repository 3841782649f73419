package dev.tokenport.secret;

import java.util.List;
import java.util.Objects;

/**
 * A text with references in it: {@code Bearer ${env:TOKEN}}. <code>$$&#123;</code> is a literal <code>$&#123;</code>. Immutable.
 *
 * @param parts literal texts and references, in order
 */
public record ReferencingText(List<Part> parts) {

    /** A piece of such a text. */
    public sealed interface Part {

        /** A piece that stands for itself, with <code>$$&#123;</code> already turned into <code>$&#123;</code>. */
        record Literal(String text) implements Part {}

        /** A piece that stands elsewhere. */
        record Referenced(Reference reference) implements Part {}
    }

    /** Copies the list. */
    public ReferencingText {
        parts = List.copyOf(Objects.requireNonNull(parts));
    }

    /**
     * Reads a text with {@code ${env:NAME}} and {@code ${file:PATH}} in it.
     *
     * @throws IllegalArgumentException for an unknown prefix, a reference without a name, or a missing closing brace;
     *     the message names the fault, the position is in {@link ReferenceSyntaxException#offset()}
     */
    public static ReferencingText parse(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Whether there is at least one reference. */
    public boolean hasReferences() {
        return parts.stream().anyMatch(Part.Referenced.class::isInstance);
    }

    /**
     * The whole text as a secret of {@code store}: each reference is read anew whenever it is revealed. Its origin lists
     * the references, as in {@code env:USER, file:token.txt}.
     */
    public Secret resolve(SecretStore store) {
        throw new UnsupportedOperationException(parts.toString());
    }
}
