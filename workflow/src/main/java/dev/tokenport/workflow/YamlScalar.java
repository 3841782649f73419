package dev.tokenport.workflow;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a text is written in YAML so that it is read back as it was. */
final class YamlScalar {

    /** Texts that need no quotes, unless YAML takes them for something else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private static final Set<String> RESERVED = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlScalar() {}

    /** A text with its references, each where it was. */
    static String referencing(ReferencingText text) {
        var written = new StringBuilder();
        for (Part part : text.parts()) {
            if (part instanceof Part.Referenced referenced) {
                written.append("${").append(referenced.reference()).append('}');
            } else if (part instanceof Part.Literal literal) {
                written.append(literal.text().replace("${", "$${"));
            }
        }
        return written.toString();
    }

    /** A value after its key. */
    static String value(String text, JsonType type, String indent) {
        if (type != JsonType.STRING) {
            return text;
        }
        return isBlock(text) ? block(text, indent) : text(text);
    }

    /** A key, or a text on one line. */
    static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static boolean isBlock(String text) {
        return text.contains("\n")
                && !Character.isWhitespace(text.charAt(0))
                && !text.endsWith("\n\n")
                && text.codePoints().allMatch(c -> c == '\n' || isShowable(c));
    }

    private static String block(String text, String indent) {
        boolean ended = text.endsWith("\n");
        var block = new StringBuilder(ended ? "|" : "|-");
        for (String line : (ended ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : indent + line);
        }
        return block.toString();
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isShowable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\U%08x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isShowable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> c != 0xFFFE && c != 0xFFFF;
        };
    }
}
