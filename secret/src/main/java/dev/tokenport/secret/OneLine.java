package dev.tokenport.secret;

/**
 * Text from outside as it may stand in a message: on one line, with nothing in it that a terminal obeys or that turns the
 * text round. Character by character, so that what a {@link Redactor} knows of a secret it knows of the changed text too.
 */
public final class OneLine {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BLANKS = "\t\n\u000B\f\r\u0085\u2028\u2029";

    private OneLine() {}

    /** The text with a blank in the place of each line break and tab, and U+FFFD in that of each other such character. */
    public static String of(String text) {
        int first = firstUnfit(text);
        if (first < 0) {
            return text;
        }
        var line = new StringBuilder(text);
        for (int i = first; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isUnfit(c)) {
                line.setCharAt(i, BLANKS.indexOf(c) < 0 ? REPLACEMENT : ' ');
            }
        }
        return line.toString();
    }

    private static int firstUnfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnfit(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a character breaks the line, moves a terminal's cursor, or changes the direction of the text. */
    public static boolean isUnfit(int character) {
        return Character.isISOControl(character)
                || (character >= 0x2028 && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x061C
                || character == 0x200E
                || character == 0x200F;
    }
}
