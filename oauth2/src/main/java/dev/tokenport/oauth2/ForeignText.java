package dev.tokenport.oauth2;

import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text that came from a server fit to be shown: secrets redacted first, then one line, control characters
 * neutralised, and cut. Thread-safe.
 */
final class ForeignText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    // Marks that turn text around, hide it, or stand for no character at all.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    // Far behind the start of a run of such characters none begins: else a long run would be gone through again and
    // again.
    private static final Pattern JWT =
            Pattern.compile("(?<![A-Za-z0-9_-]{8})eyJ[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+");
    private static final int LONGEST_NAME = 40;
    private static final String NAME_MARKS = "_.:/-";
    private static final int MOST_NAMES = 20;

    private final Redactor redactor;

    ForeignText(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A text of ours with values in it that may hold a secret. */
    String redacted(String text) {
        return redactor.redact(text);
    }

    /** One line of at most so many characters. */
    String line(String text, int length) {
        String known = redactor.redact(text);
        if (isPlain(known)) {
            return redactor.redact(known, length);
        }
        String redacted = JWT.matcher(known).replaceAll(Secret.MASK);
        String visible = INVISIBLE.matcher(redacted).replaceAll("\uFFFD");
        return redactor.redact(BLANKS.matcher(visible).replaceAll(" ").strip(), length);
    }

    /** Names of members; one that does not look like a name is not shown. */
    String names(Collection<String> names) {
        String shown = names.stream().limit(MOST_NAMES).map(this::name).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + ", …" : shown;
    }

    String name(String name) {
        return isName(name) ? redactor.redact(name) : Secret.MASK;
    }

    /** Whether nothing has to be done to a text: one line of visible ASCII, single blanks, and no JWT. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' && !text.contains("eyJ");
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && NAME_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }
}
