package dev.tokenport.silk.generator;

import java.util.Locale;

/** Java source, and texts as it has them. Stateless. */
final class Literals {

    private Literals() {}

    /** A source whose places, those of {@link String#format}, are filled. */
    // The annotation that marks such methods is a library's.
    @SuppressWarnings("AnnotateFormatMethod")
    static String filled(String source, Object... values) {
        return String.format(Locale.ROOT, source, values);
    }

    /** A string literal. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                default -> literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** The constant of an enum for a choice: {@code client_credentials} gives {@code CLIENT_CREDENTIALS}. */
    static String constant(String choice) {
        if (choice.isEmpty()) {
            return "NONE_";
        }
        String name = choice.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
