package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an array of objects, one on each line, in UTF-8. For one thread. */
final class JsonRowWriter implements RowWriter {

    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private boolean first = true;

    JsonRowWriter(OutputStream output) {
        this.out = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void expect(Schema schema) {
        // An array names no columns.
    }

    @Override
    public void write(Entity entity) throws IOException {
        line.setLength(0);
        line.append(first ? "[\n" : ",\n").append('{');
        first = false;
        boolean comma = false;
        List<Schema.Path> paths = entity.schema().paths();
        for (int i = 0; i < paths.size(); i++) {
            List<Value> values = entity.values().get(i);
            if (values.isEmpty()) {
                continue;
            }
            line.append(comma ? "," : "");
            comma = true;
            JsonText.appendString(line, paths.get(i).name());
            line.append(':');
            append(values);
        }
        out.append(line.append('}'));
    }

    @Override
    public void finish() throws IOException {
        out.append(first ? "[]\n" : "\n]\n");
        out.flush();
    }

    private void append(List<Value> values) {
        if (values.size() == 1) {
            JsonText.append(line, (Value.Text) values.get(0));
        } else {
            appendArray(line, values);
        }
    }

    /** Appends several values as an array; none of them is a secret. */
    static void appendArray(StringBuilder out, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            JsonText.append(out.append(i == 0 ? '[' : ','), (Value.Text) values.get(i));
        }
        out.append(']');
    }
}
