package dev.tokenport.workflow.edit;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Redactor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a workflow file as it may be shown: each piece of a secret in it has a {@linkplain Placeholders placeholder} on
 * the same line. Hidden are the values of confidential parameters that are written down, the arguments of commands, and all
 * that the redactor knows; references to variables, files and encrypted literals are not. A text that is no YAML, or no
 * workflow, is masked by the names in it, and rather more of it than less.
 */
public final class MaskedText {

    private static final Pattern PIECE = Pattern.compile("[^\\s](?:[^\\r\\n]*[^\\s])?");

    private MaskedText() {}

    /** Whether the value of an entry of a confidential map is shown: a header that only says what kind of text is meant. */
    public static boolean shows(String key) {
        return ConfidentialNames.isHarmless(key);
    }

    /**
     * Masks a text.
     *
     * @param redactor learns the passwords in the text, and knows other secrets
     */
    public static String of(String text, OperatorRegistry operators, Redactor redactor, Placeholders placeholders) {
        HiddenPlaces hidden = HiddenPlaces.of(text, operators);
        hidden.passwords().forEach(redactor::add);
        var masked = new StringBuilder();
        int at = 0;
        for (HiddenPlaces.Range range : hidden.ranges()) {
            masked.append(redactor.redact(text.substring(at, range.begin()), piece -> byLine(piece, placeholders)));
            masked.append(byLine(text.substring(range.begin(), range.end()), placeholders));
            at = range.end();
        }
        return masked.append(redactor.redact(text.substring(at), piece -> byLine(piece, placeholders)))
                .toString();
    }

    /** Lines stay where they are, and so does what is around a piece. */
    private static String byLine(String secret, Placeholders placeholders) {
        return PIECE.matcher(secret).replaceAll(piece -> Matcher.quoteReplacement(placeholders.of(piece.group())));
    }
}
