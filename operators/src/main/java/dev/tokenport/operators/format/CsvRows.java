package dev.tokenport.operators.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The entities in CSV. For one thread. */
final class CsvRows implements Rows {

    private final CsvFormat format;
    private final InputStream input;
    private final CloseableIterator<CsvRow> rows;
    private final Schema schema;
    private @Nullable CsvRow first;
    private long line;

    /** Reads up to the first row. */
    CsvRows(CsvFormat format, CsvReader<CsvRow> reader, InputStream input) throws RowFault, IOException {
        this.format = format;
        this.input = input;
        this.line = format.skipLines();
        this.rows = reader.iterator();
        CsvRow row = row();
        if (format.header()) {
            this.schema = schema(row == null ? List.of() : names(row));
        } else {
            this.first = row;
            this.schema = schema(format.columns().isEmpty() && row != null ? numbered(row) : format.columns());
        }
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.of(schema);
    }

    @Override
    public @Nullable Entity next() throws RowFault, IOException {
        CsvRow row = first == null ? row() : first;
        first = null;
        if (row == null) {
            return null;
        }
        int columns = schema.paths().size();
        if (row.fields().size() != columns) {
            throw new RowFault(
                    row.line(),
                    row.fields().size() + " fields, but " + whoHas() + " " + columns + " (separator '"
                            + format.separator() + "')");
        }
        return new Entity("", schema, row.fields());
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private String whoHas() {
        if (format.header()) {
            return "the header has";
        }
        return format.columns().isEmpty() ? "the first row has" : "the names of the columns are";
    }

    private @Nullable CsvRow row() throws RowFault, IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            CsvRow row = rows.next();
            line = row.line();
            return row;
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new RowFault("line " + line + " or after it: " + cause.getMessage(), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw RowFault.coding(line, format.charset(), coding);
            }
            throw e.getCause();
        }
    }

    private Schema schema(List<String> names) throws RowFault {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new RowFault(line, "two columns are named '" + name + "'");
            }
        }
        return new Schema("", names.stream().map(Schema.Path::of).toList());
    }

    private static List<String> names(CsvRow header) {
        return header.fields().stream()
                .map(field -> field.isEmpty() ? "" : ((Value.Text) field.get(0)).text())
                .toList();
    }

    private static List<String> numbered(CsvRow row) {
        return IntStream.rangeClosed(1, row.fields().size())
                .mapToObj(number -> "column_" + number)
                .toList();
    }
}
