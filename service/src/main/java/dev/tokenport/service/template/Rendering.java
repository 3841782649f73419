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
        record Inserted(Value.Text value) implements Piece {}
    }

    /** Copies the list. */
    Rendering {
        pieces = List.copyOf(pieces);
    }

    /** The text, with values written by a writer. */
    String text(ValueWriter writer) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Inserted inserted) {
                writer.append(text, inserted.value());
            } else {
                text.append(((Piece.Literal) piece).text());
            }
        }
        return text.toString();
    }
}
