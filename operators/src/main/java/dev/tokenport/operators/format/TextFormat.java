package dev.tokenport.operators.format;

import dev.tokenport.operator.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Text, under the path {@code text}. Immutable.
 *
 * @param unit what one entity is
 * @param charset how characters are encoded
 */
public record TextFormat(Unit unit, Charset charset) implements Format {

    /** The path. */
    public static final String TEXT = "text";

    /** Its schema. */
    static final Schema SCHEMA = Schema.of("", TEXT);

    /** What one entity is. */
    public enum Unit {
        /** A line, without its end. */
        LINES,
        /** The whole text. */
        WHOLE
    }

    @Override
    public Rows rows(InputStream input) throws RowFault, IOException {
        return new TextRows(this, input);
    }

    @Override
    public RowWriter writer(Draft draft) throws IOException {
        return new TextRowWriter(draft.output(), this);
    }
}
