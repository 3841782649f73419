package dev.tokenport.service.template;

import dev.tokenport.operator.Value;
import java.util.List;
import java.util.Optional;

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

    /** One value if it is that and nothing else, none if that one is missing; otherwise its text. */
    // A missing value is told from a null by its identity alone.
    @SuppressWarnings("ReferenceEquality")
    Optional<Value> value() {
        if (pieces.size() == 1 && pieces.get(0) instanceof Piece.Inserted only) {
            return only.value() == Variables.MISSING ? Optional.empty() : Optional.of(only.value());
        }
        return Optional.of(Value.of(text(ValueWriter.PLAIN)));
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
