package dev.tokenport.operators.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int MOST_KNOWN = 256;

    private final Draft draft;
    private final CsvFormat format;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Schema, int[]> known = new HashMap<>();
    private CsvWriter out;
    private @Nullable Schema schema;
    private int[] positions = new int[0];
    private @Nullable String[] row = {};
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
            positions = positions(expected);
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
        List<List<Value>> values = entity.values();
        clear();
        for (int i = 0; i < positions.length; i++) {
            row[positions[i]] = text(values.get(i));
        }
        writeRow();
    }

    @Override
    public Format finish() throws IOException {
        if (names.size() > begun) {
            rewrite();
        }
        out.flush();
        return format.header() ? format : format.withoutHeader(names);
    }

    /** Where the paths of a schema stand; rows with and without some column may take turns. */
    private int[] positions(Schema expected) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(
                expected,
                unknown -> unknown.paths().stream()
                        .mapToInt(path -> column(path.name()))
                        .toArray());
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
            clear();
            writeRow();
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
                clear();
                for (int i = 0; i < fields.size(); i++) {
                    row[i] = text(fields.get(i));
                }
                writeRow();
            }
        }
    }

    /** Begins a row of missing values. */
    private void clear() {
        if (row.length == names.size()) {
            Arrays.fill(row, null);
        } else {
            row = new String[names.size()];
        }
    }

    /** Writes the row; a single missing value as an empty text, since an empty line is no row. */
    private void writeRow() {
        var line = out.writeRecord();
        for (String field : row) {
            line.writeField(field == null && row.length == 1 ? "" : field);
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
