package dev.tokenport.views.graph;

import dev.tokenport.secret.OneLine;

/** Text from outside as it may be shown: on one line, and nothing in it that XML or HTML cannot hold. */
public final class Shown {

    private static final String NARROW = "ijlI.,:;'|! ";
    private static final String MIDDLING = "frt()[]-/\"";
    private static final String WIDE = "mwMW@%<>+=~#&";
    private static final char REPLACEMENT = '\uFFFD';

    private Shown() {}

    /** The text with U+FFFD in the place of each character that cannot be shown. */
    public static String text(String text) {
        String line = OneLine.of(text);
        if (line.codePoints().noneMatch(Shown::isUnfit)) {
            return line;
        }
        var fit = new StringBuilder();
        line.codePoints().forEach(c -> fit.appendCodePoint(isUnfit(c) ? REPLACEMENT : c));
        return fit.toString();
    }

    /** Half a pair of surrogates, or no character at all. */
    private static boolean isUnfit(int c) {
        return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || (c & 0xFFFE) == 0xFFFE;
    }

    /** The text, cut where it would be wider than so many pixels at a size of the font. */
    public static String cut(String text, double width, double size) {
        if (width(text, size) <= width) {
            return text;
        }
        var cut = new StringBuilder();
        double taken = width("…", size);
        for (int c : text.codePoints().toArray()) {
            taken += width(c) * size;
            if (taken > width) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.toString().stripTrailing() + "…";
    }

    /** About how wide a text is, in pixels, rather too wide than too narrow: nobody knows with which font it is shown. */
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(Shown::width).sum() * size;
    }

    private static double width(int c) {
        if (c < 0x80) {
            return latin(c);
        }
        boolean wide = Character.isIdeographic(c) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3000 && c <= 0xFFEF);
        return wide || c > 0xFFFF ? 1.05 : 0.62;
    }

    private static double latin(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return 0.4;
        }
        if (MIDDLING.indexOf(c) >= 0) {
            return 0.5;
        }
        return WIDE.indexOf(c) >= 0 ? 1 : Character.isUpperCase(c) ? 0.78 : 0.67;
    }
}
