package dev.tokenport.cmem.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes texts into the templates of our operators. */
final class Jinja {

    private static final Pattern OPENING = Pattern.compile("\\{(?=[{%#])");

    private Jinja() {}

    /** A template that gives the text as it is. */
    static String escaped(String text) {
        return OPENING.matcher(text).replaceAll(Matcher.quoteReplacement("{{ '{' | raw }}"));
    }

    /**
     * A template that gives a path of the entity, or a text where the entity has none.
     *
     * @throws IllegalArgumentException if the text cannot be written as a literal
     */
    static String pathOr(String path, String text) {
        // In a literal a backslash stands for itself, unless a quote follows; there is no way to write that it does
        // there.
        if (text.endsWith("\\") || text.contains("\\'")) {
            throw new IllegalArgumentException("has a backslash before a quote or at its end, which cannot be written"
                    + " together with readParametersFromInput");
        }
        return "{{ " + path + " | default('" + text.replace("'", "\\'") + "') | raw }}";
    }
}
