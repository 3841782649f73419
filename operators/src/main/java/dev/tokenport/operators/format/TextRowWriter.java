package dev.tokenport.operators.format;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.stream.Collectors;

/** Writes the values of one path, as lines or one directly behind the other. For one thread. */
final class TextRowWriter implements RowWriter {

    private final TextFormat format;
    private final Writer out;

    TextRowWriter(OutputStream output, TextFormat format) throws IOException {
        this.format = format;
        this.out = Characters.to(output, format.charset());
    }

    @Override
    public void expect(Schema schema) throws RowFault {
        if (schema.position(TextFormat.TEXT) < 0) {
            String paths = schema.paths().stream().map(Schema.Path::name).collect(Collectors.joining(", "));
            throw new RowFault("only the path '" + TextFormat.TEXT + "' is written, and an entity has none (it has: "
                    + paths + "); rename one with the operator transform");
        }
    }

    @Override
    public void write(Entity entity) throws RowFault, IOException {
        expect(entity.schema());
        for (Value value : entity.values(TextFormat.TEXT)) {
            out.append(((Value.Text) value).text());
            if (format.unit() == TextFormat.Unit.LINES) {
                out.append('\n');
            }
        }
    }

    @Override
    public Format finish() throws IOException {
        out.flush();
        return format;
    }
}
