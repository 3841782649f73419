package dev.tokenport.service.template;

import java.util.ArrayList;
import java.util.List;

/** The marks that stand in a rendered text for values that are encoded later: noncharacters, which no text contains. */
final class Placeholder {

    private static final char BEGIN = '\uFDD0';
    private static final char END = '\uFDD1';

    private Placeholder() {}

    /** The mark of a printed value. */
    static String of(int number) {
        return BEGIN + Integer.toString(number) + END;
    }

    /** Whether a text has such a mark, or what looks like one. */
    static boolean in(String text) {
        return text.indexOf(BEGIN) >= 0 || text.indexOf(END) >= 0;
    }

    /** Takes a rendered text to pieces. */
    static Rendering replaced(String text, Variables variables) {
        List<Rendering.Piece> pieces = new ArrayList<>();
        int done = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, done)) {
            int end = text.indexOf(END, begin);
            var value = end < 0 ? null : variables.printed(number(text.substring(begin + 1, end)));
            if (value == null) {
                throw new IllegalArgumentException("a value holds the noncharacter U+FDD0");
            }
            add(pieces, text.substring(done, begin));
            pieces.add(new Rendering.Piece.Inserted(value));
            done = end + 1;
        }
        add(pieces, text.substring(done));
        return new Rendering(pieces);
    }

    private static void add(List<Rendering.Piece> pieces, String literal) {
        if (!literal.isEmpty()) {
            pieces.add(new Rendering.Piece.Literal(literal));
        }
    }

    private static int number(String digits) {
        try {
            return Integer.parseUnsignedInt(digits);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
