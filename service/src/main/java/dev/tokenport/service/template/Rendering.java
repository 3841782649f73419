package dev.tokenport.service.template;

import dev.tokenport.operator.Value;
import java.util.List;

/**
 * What came out of a template: its own text, and the values between, not encoded yet. Immutable.
 *
 * @param pieces the pieces in order
 */
record Rendering(List<Piece> pieces) {

    /** A piece of it. */
    sealed interface Piece {

        /** Text that stands for itself: the template's own, or a value that {@code raw} was applied to. */
        record Literal(String text) implements Piece {}

        /** A value that is encoded as its place needs. */
        record Inserted(Value.Text value) implements Piece {

            /** Its characters, none for a JSON null. */
            String text() {
                return value.equals(Variables.MISSING) ? "" : value.text();
            }
        }
    }

    /** Copies the list. */
    Rendering {
        pieces = List.copyOf(pieces);
    }

    /** The text with no value encoded. */
    String plain() {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Piece.Inserted value ? value.text() : ((Piece.Literal) piece).text());
        }
        return text.toString();
    }
}
