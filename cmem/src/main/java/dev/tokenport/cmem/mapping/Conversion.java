package dev.tokenport.cmem.mapping;

import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import java.util.function.UnaryOperator;

/** How a value of CMEM is written as one of ours. */
@FunctionalInterface
interface Conversion {

    /** As it stands. */
    Conversion NONE = value -> value;

    /** As the text of a template that stands for itself, secrets in it included. */
    Conversion AS_TEMPLATE = value -> new ReferencingText(value.parts().stream()
            .map(part -> part instanceof Part.Literal literal ? new Part.Literal(Jinja.escaped(literal.text())) : part)
            .toList());

    /**
     * The value converted.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    ReferencingText convert(ReferencingText value);

    /** A conversion of the whole text, which cannot be a secret. */
    static Conversion of(UnaryOperator<String> conversion) {
        return value -> ReferencingText.literal(conversion.apply(plain(value)));
    }

    /**
     * A text without references.
     *
     * @throws IllegalArgumentException if it has one
     */
    static String plain(ReferencingText value) {
        return value.literal()
                .orElseThrow(() -> new IllegalArgumentException("is a secret or a reference; write it down"));
    }
}
