package dev.tokenport.workflow;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a text is written in YAML so that it is read back as it was. */
public final class YamlScalar {

    /** Texts that need no quotes, unless YAML takes them for something else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** What else needs none where nothing is around it that could be taken for its end. */
    private static final Pattern UNQUOTED = Pattern.compile("[^\\s\\-?:,\\[\\]{}#&*!|>'\"%@`].*(?<![\\s:])");

    private static final Pattern ENDING = Pattern.compile(":\\s|\\s#|^\\.\\.\\.|^---");

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(?i:inf|nan)");

    private static final Pattern BRACKET = Pattern.compile("[,\\[\\]{}]");

    private static final Set<String> RESERVED = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlScalar() {}

    /** A text with its references, each where it was. */
    public static String referencing(ReferencingText text) {
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
    public static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /**
     * Whether a text is read back as this text when it is written as it is, on one line.
     *
     * @param flow whether it stands between brackets
     */
    public static boolean isPlain(String text, boolean flow) {
        return UNQUOTED.matcher(text).matches()
                && !ENDING.matcher(text).find()
                && !NUMBER.matcher(text).matches()
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT))
                && text.codePoints().allMatch(YamlScalar::isShowable)
                && !(flow && BRACKET.matcher(text).find());
    }

    /** Whether a text has several lines that {@link #block} can write. */
    public static boolean isBlock(String text) {
        return text.contains("\n")
                && !Character.isWhitespace(text.charAt(0))
                && !text.endsWith("\n\n")
                && text.codePoints().allMatch(c -> c == '\n' || isShowable(c));
    }

    /** A text of several lines, each with an indentation; the first line is the block's header. */
    public static String block(String text, String indent) {
        boolean ended = text.endsWith("\n");
        var block = new StringBuilder(ended ? "|" : "|-");
        for (String line : (ended ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : indent + line);
        }
        return block.toString();
    }

    /** A text in double quotes, on one line. */
    public static String quoted(String text) {
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

    /** Whether a character can stand in a file as it is. */
    public static boolean isShowable(int c) {
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
