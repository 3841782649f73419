package dev.tokenport.secret;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text with references in it: {@code Bearer ${env:TOKEN}}. <code>$$&#123;</code> is a literal <code>$&#123;</code>;
 * every other {@code $} stands for itself. Immutable.
 *
 * @param parts literal texts and references, in order
 */
public record ReferencingText(List<Part> parts) {

    /** A piece of such a text. */
    public sealed interface Part {

        /** A piece that stands for itself, with <code>$$&#123;</code> already turned into <code>$&#123;</code>. */
        record Literal(String text) implements Part {

            /** Always {@value Secret#MASK}: the text may be a secret that was written in the clear. */
            @Override
            public String toString() {
                return Secret.MASK;
            }
        }

        /** A piece that stands elsewhere. */
        record Referenced(Reference reference) implements Part {}
    }

    /** Copies the list. */
    public ReferencingText {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a text with {@code ${env:NAME}}, {@code ${file:PATH}}, {@code ${process:COMMAND}} and {@code
     * ${encrypted:LITERAL}} in it.
     *
     * @throws IllegalArgumentException for an unknown prefix, a faulty name, or a missing closing brace; the message
     *     names the fault, the position is in {@link ReferenceSyntaxException#offset()}
     */
    public static ReferencingText parse(String text) {
        return text.contains("${") ? new ReferenceParser(text).parse() : literal(text);
    }

    /** A text that stands for itself: nothing in it is a reference. */
    public static ReferencingText literal(String text) {
        return new ReferencingText(text.isEmpty() ? List.of() : List.of(new Part.Literal(text)));
    }

    /** What is written here, if there is no reference in it. It may be a secret that was written in the clear. */
    public Optional<String> literal() {
        if (hasReferences()) {
            return Optional.empty();
        }
        return Optional.of(
                parts.stream().map(part -> ((Part.Literal) part).text()).collect(Collectors.joining()));
    }

    /** Whether there is at least one reference. */
    public boolean hasReferences() {
        for (Part part : parts) {
            if (part instanceof Part.Referenced) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a secret wherever it is used: what a command prints or a literal holds was kept out of the file. */
    public boolean confidential() {
        return parts.stream()
                .anyMatch(part -> part instanceof Part.Referenced referenced
                        && referenced.reference().kind().confidential());
    }

    /**
     * The whole text as a secret of {@code store}: each reference is read anew whenever it is revealed, and what it leads to
     * is confidential by itself as well: a service may echo the token of {@code Bearer ${env:TOKEN}} alone. Its origin lists
     * the references, as in {@code env:USER, file:token.txt}.
     */
    public Secret resolve(SecretStore store) {
        if (!hasReferences()) {
            return Secret.of(text(store));
        }
        String origin = parts.stream()
                .filter(Part.Referenced.class::isInstance)
                .map(part -> ((Part.Referenced) part).reference().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return Secret.from(origin, () -> text(store));
    }

    private String text(SecretStore store) {
        var text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Part.Referenced referenced) {
                text.append(store.confidential(referenced.reference()).reveal());
            }
        }
        return text.toString();
    }

    /** The parts; a literal prints as {@value Secret#MASK}, since it may belong to a confidential text. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part ->
                        part instanceof Part.Referenced referenced ? "${" + referenced.reference() + "}" : Secret.MASK)
                .collect(Collectors.joining());
    }
}
