package dev.tokenport.operators.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a header, if there is one, and rows. Columns come from the format or the first schema; a later entity with further
 * ones makes its row longer than those before, and then all is written once more, at the end, with all columns. For one
 * thread.
 */
final class CsvRowWriter implements RowWriter {

    private final Draft draft;
    private final CsvFormat format;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private CsvWriter out;
    private @Nullable Schema schema;
    private int[] positions = new int[0];
    private int begun;
    private long unwritten;

    CsvRowWriter(Draft draft, CsvFormat format) throws IOException {
        this.draft = draft;
        this.format = format;
        this.out = format.rowsTo(draft.output());
        format.columns().forEach(this::column);
        if (!names.isEmpty()) {
            begin();
        }
    }

    @Override
    public void expect(Schema expected) throws RowFault {
        if (schema == null || !schema.equals(expected)) {
            schema = expected;
            positions = expected.paths().stream()
                    .mapToInt(path -> column(path.name()))
                    .toArray();
            if (!format.columns().isEmpty() && names.size() > begun) {
                throw new RowFault("it is to receive the path '" + names.get(begun) + "', which is none of columns");
            }
            if (begun == 0 && !names.isEmpty()) {
                begin();
            }
        }
    }

    @Override
    public void write(Entity entity) throws RowFault {
        expect(entity.schema());
        if (begun == 0) {
            unwritten++;
            return;
        }
        List<@Nullable String> row = missing();
        for (int i = 0; i < positions.length; i++) {
            row.set(positions[i], text(entity.values().get(i)));
        }
        write(row);
    }

    @Override
    public Format finish() throws IOException {
        if (names.size() > begun) {
            rewrite();
        }
        out.flush();
        return format.header() ? format : format.withoutHeader(names);
    }

    private int column(String name) {
        Integer known = columns.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** Writes the header, and the rows of entities that came before any column was known. */
    private void begin() {
        begun = names.size();
        writeHeader();
        for (; unwritten > 0; unwritten--) {
            write(missing());
        }
    }

    private void writeHeader() {
        if (format.header()) {
            out.writeRecord(names);
        }
    }

    private void rewrite() throws IOException {
        out.flush();
        try (InputStream written = draft.rewrite();
                CloseableIterator<CsvRow> rows = format.allRows(written).iterator()) {
            out = format.rowsTo(draft.output());
            if (format.header()) {
                rows.next();
            }
            writeHeader();
            while (rows.hasNext()) {
                List<List<Value>> fields = rows.next().fields();
                List<@Nullable String> row = missing();
                for (int i = 0; i < fields.size(); i++) {
                    row.set(i, text(fields.get(i)));
                }
                write(row);
            }
        }
    }

    private List<@Nullable String> missing() {
        List<@Nullable String> row = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            row.add(null);
        }
        return row;
    }

    /** Writes a row; a single missing value as an empty text, since an empty line is no row. */
    private void write(List<@Nullable String> row) {
        var line = out.writeRecord();
        for (String field : row) {
            line.writeField(field == null && row.size() == 1 ? "" : field);
        }
        line.endRecord();
    }

    private static @Nullable String text(List<Value> values) {
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() == 1) {
            return ((Value.Text) values.get(0)).text();
        }
        var array = new StringBuilder();
        JsonRowWriter.appendArray(array, values);
        return array.toString();
    }
}
