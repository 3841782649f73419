package dev.tokenport.secret;

import dev.tokenport.secret.Reference.Kind;
import dev.tokenport.secret.ReferencingText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes one text with {@code ${…}} in it apart. For one thread, for one text. */
final class ReferenceParser {

    private static final String OPEN = "${";
    private static final String ESCAPED_OPEN = "$${";
    private static final String FORMS =
            "write ${env:NAME}, ${file:PATH}, ${process:COMMAND} or ${encrypted:LITERAL}, or $${ for a literal ${";
    // A prefix of this form is a typing mistake worth showing; anything else may be a piece of a password.
    private static final Pattern SHOWABLE_PREFIX = Pattern.compile("[A-Za-z]{1,12}");

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    ReferenceParser(String text) {
        this.text = text;
    }

    ReferencingText parse() {
        while (at < text.length()) {
            if (text.startsWith(ESCAPED_OPEN, at)) {
                literal.append(OPEN);
                at += ESCAPED_OPEN.length();
            } else if (text.startsWith(OPEN, at)) {
                endLiteral();
                parts.add(new Part.Referenced(reference()));
            } else {
                literal.append(text.charAt(at++));
            }
        }
        endLiteral();
        return new ReferencingText(parts);
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Reference reference() {
        int begin = at + OPEN.length();
        Optional<Kind> kind = Reference.kind(text.substring(begin));
        int end = end(begin, kind);
        String inside = text.substring(begin, end);
        if (inside.contains(OPEN)) {
            throw fault("a ${…} stands inside another, or its closing brace is missing");
        }
        if (kind.isEmpty()) {
            throw fault(withoutKnownPrefix(inside));
        }
        try {
            var reference = new Reference(
                    kind.get(), inside.substring(kind.get().prefix().length()));
            at = end + 1;
            return reference;
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    /** Where the closing brace stands; in a command one may be quoted. */
    private int end(int begin, Optional<Kind> kind) {
        try {
            int end = kind.filter(Kind.PROCESS::equals).isPresent()
                    ? CommandWords.closingBrace(text, begin)
                    : text.indexOf('}', begin);
            if (end >= 0) {
                return end;
            }
        } catch (IllegalArgumentException e) {
            throw fault("of the command after process: " + e.getMessage());
        }
        throw fault("the closing brace of a ${…} is missing");
    }

    private static String withoutKnownPrefix(String inside) {
        int colon = inside.indexOf(':');
        String prefix = colon < 0 ? "" : inside.substring(0, colon);
        return SHOWABLE_PREFIX.matcher(prefix).matches()
                ? "unknown prefix '" + prefix + ":' in a ${…}"
                : "a ${…} without a prefix such as env:";
    }

    private ReferenceSyntaxException fault(String what) {
        return new ReferenceSyntaxException(what + "; " + FORMS, at);
    }
}
