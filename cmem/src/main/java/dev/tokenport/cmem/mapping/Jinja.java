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

    /** A template that gives a path of the entity, or a text where the entity has none. */
    static String pathOr(String path, String text) {
        String quoted = text.replace("\\", "\\\\").replace("'", "\\'");
        return "{{ " + path + " | default('" + quoted + "') | raw }}";
    }
}
