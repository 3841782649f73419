package dev.tokenport.operators.format;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonFormat;
import dev.tokenport.service.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes objects, one on each line: as an array, around which stand the objects that its pointer names, or as NDJSON. For one thread. */
final class JsonRowWriter implements RowWriter {

    private final JsonRecords records;
    private final boolean lines;
    private final String opening;
    private final String closing;
    private final CharsetEncoder encoder;
    private final boolean hasAll;
    private final Writer out;
    private final JsonLine line = new JsonLine();
    private @Nullable Schema schema;
    private String[] names = {};
    private boolean first = true;

    JsonRowWriter(OutputStream output, JsonRecords records) throws IOException {
        this.records = records;
        this.lines = records.format().layout() == JsonFormat.Layout.LINES;
        this.out = Characters.to(output, records.format().charset());
        this.encoder = records.format().charset().newEncoder();
        this.hasAll = records.format().charset().name().startsWith("UTF-");
        List<String> segments = records.format().records().segments();
        var open = new StringBuilder();
        for (String segment : segments) {
            JsonText.appendString(open.append('{'), segment);
            open.append(':');
        }
        this.opening = open.toString();
        this.closing = "}".repeat(segments.size());
    }

    @Override
    public void expect(Schema schema) {
        // JSON names no columns.
    }

    @Override
    public void write(Entity entity) throws IOException {
        line.clear();
        if (lines) {
            line.raw(opening);
        } else {
            line.raw(first ? opening + "[\n" : ",\n");
        }
        int begin = line.length();
        first = false;
        append(entity);
        if (lines) {
            // Within a value of type json a line break is white space: in strings it is escaped.
            line.replaceLineBreaks(begin);
            line.raw(closing).raw('\n');
        }
        write();
    }

    @Override
    public Format finish() throws IOException {
        line.clear();
        if (!lines) {
            line.raw(first ? opening + "[]" : "\n]").raw(closing).raw('\n');
        }
        write();
        out.flush();
        return records;
    }

    private void append(Entity entity) {
        String[] quoted = names(entity.schema());
        char before = '{';
        for (int i = 0; i < quoted.length; i++) {
            List<Value> values = entity.values().get(i);
            if (!values.isEmpty()) {
                line.raw(before).raw(quoted[i]);
                before = ',';
                append(values);
            }
        }
        line.raw(before == '{' ? "{}" : "}");
    }

    /** The names of a schema as they stand before the values; of many entities in a row they are the same. */
    private String[] names(Schema now) {
        if (schema == null || !now.equals(schema)) {
            schema = now;
            names = now.paths().stream()
                    .map(path -> {
                        var quoted = new StringBuilder();
                        JsonText.appendString(quoted, path.name());
                        return quoted.append(':').toString();
                    })
                    .toArray(String[]::new);
        }
        return names;
    }

    private void append(List<Value> values) {
        if (values.size() == 1) {
            line.value((Value.Text) values.get(0));
            return;
        }
        char before = '[';
        for (Value value : values) {
            line.raw(before).value((Value.Text) value);
            before = ',';
        }
        line.raw(']');
    }

    /** Writes the line; a character that the character set does not have stands within a string and is escaped. */
    private void write() throws IOException {
        if (hasAll || encoder.canEncode(line.toString())) {
            line.writeTo(out);
            return;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x80 || encoder.canEncode(c)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
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
