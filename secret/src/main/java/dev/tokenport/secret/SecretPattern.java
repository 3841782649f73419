package dev.tokenport.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * One form of a secret to look for, in each {@link Encoding}. Immutable.
 *
 * @param form what to look for; Base64 without its padding, which is optional in the text
 * @param wholeWord whether letters and digits around it make it something else
 * @param base64 whether padding may follow
 */
record SecretPattern(String form, boolean wholeWord, boolean base64) {

    /** The length of the longest secret that is looked for as a whole. */
    static final int LONG = 256;

    private static final int PIECE = LONG / 2;

    /** A piece is shorter by one where it would end within a pair of surrogates. */
    static final int SHORTEST_PIECE = PIECE - 1;

    /**
     * The patterns of one form of a secret: one, or if it is long, one per piece. Pieces overlap, so that the places where
     * they are found are one place. Of a blank piece there is none.
     */
    static List<SecretPattern> of(String form, boolean wholeWord, boolean base64) {
        if (form.length() <= LONG) {
            return form.isBlank() ? List.of() : List.of(new SecretPattern(form, wholeWord, base64));
        }
        var pieces = new ArrayList<SecretPattern>();
        for (int begin = 0; begin + 1 < form.length(); begin += PIECE - 2) {
            int from = boundary(form, Math.min(begin, form.length() - PIECE));
            String piece = form.substring(from, boundary(form, from + PIECE));
            if (!piece.isBlank()) {
                pieces.add(new SecretPattern(piece, wholeWord, base64));
            }
        }
        return pieces;
    }

    /** The place, or the one before it where it would part a pair of surrogates. */
    private static int boundary(String text, int place) {
        boolean parts = place > 0
                && place < text.length()
                && Character.isHighSurrogate(text.charAt(place - 1))
                && Character.isLowSurrogate(text.charAt(place));
        return parts ? place - 1 : place;
    }

    /** The character at this place, -1 behind the end. */
    int characterAt(int index) {
        return index < form.length() ? form.charAt(index) : -1;
    }

    /** Where the occurrence from {@code begin} to {@code end} really ends, -1 if it is none. */
    int end(String text, int begin, int end, Encoding encoding) {
        int last = base64 ? afterPadding(text, end, encoding) : end;
        return wholeWord && !isWord(text, begin, last, encoding) ? -1 : last;
    }

    // Written out, as those that Java makes for records cost a command several milliseconds when they are first called.
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretPattern that
                && form.equals(that.form)
                && wholeWord == that.wholeWord
                && base64 == that.base64;
    }

    @Override
    public int hashCode() {
        return form.hashCode();
    }

    @Override
    public String toString() {
        return Secret.MASK;
    }

    private static int afterPadding(String text, int begin, Encoding encoding) {
        int at = begin;
        while (at < text.length()) {
            Encoding.Reading reading = encoding.read(text, at);
            if (reading.codePoint() != '=') {
                break;
            }
            at += reading.length();
        }
        return at;
    }

    private static boolean isWord(String text, int begin, int end, Encoding encoding) {
        return (begin == 0 || !wordBefore(text, begin, encoding))
                && (end == text.length()
                        || !isWordCharacter(encoding.read(text, end).codePoint()));
    }

    /** Whether a letter or digit stands before {@code begin}; the last letter of {@code %20} or {@code \n} is none. */
    private static boolean wordBefore(String text, int begin, Encoding encoding) {
        for (int length = 12; length > 1; length--) {
            int at = begin - length;
            if (at >= 0 && encoding.isMark(text.charAt(at))) {
                Encoding.Reading reading = encoding.read(text, at);
                if (reading.length() == length) {
                    return isWordCharacter(reading.codePoint());
                }
            }
        }
        return isWordCharacter(text.codePointBefore(begin));
    }

    private static boolean isWordCharacter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
