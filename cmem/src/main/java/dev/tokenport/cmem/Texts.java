package dev.tokenport.cmem;

import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;

/** Texts that may have references in them. */
final class Texts {

    private Texts() {}

    /** What of a text stands there itself. */
    static String plain(ReferencingText text) {
        var plain = new StringBuilder();
        for (Part part : text.parts()) {
            if (part instanceof Part.Literal literal) {
                plain.append(literal.text());
            }
        }
        return plain.toString();
    }
}
