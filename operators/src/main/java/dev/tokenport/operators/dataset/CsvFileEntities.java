package dev.tokenport.operators.dataset;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities of a CSV file. For one thread. */
final class CsvFileEntities implements Entities {

    private final DatasetFile file;
    private final CsvFormat format;
    private final Cancellation cancellation;
    private final InputStream input;
    private final CloseableIterator<CsvRow> rows;
    private final Schema schema;
    private long line = 1;

    private CsvFileEntities(DatasetFile file, CsvFormat format, Cancellation cancellation, InputStream input)
            throws OperatorException, InterruptedException {
        this.file = file;
        this.format = format;
        this.cancellation = cancellation;
        this.input = input;
        try {
            this.rows = format.reader(input).iterator();
        } catch (IOException | UncheckedIOException e) {
            throw fault(e);
        }
        this.schema = header();
    }

    /** Opens the file and reads its header. */
    static CsvFileEntities of(DatasetFile file, CsvFormat format, Cancellation cancellation)
            throws OperatorException, InterruptedException {
        InputStream input = file.read();
        boolean opened = false;
        try {
            var entities = new CsvFileEntities(file, format, cancellation, input);
            opened = true;
            return entities;
        } finally {
            if (!opened) {
                close(file, input);
            }
        }
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.of(schema);
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        cancellation.check();
        CsvRow row = row();
        if (row == null) {
            return null;
        }
        int columns = schema.paths().size();
        if (row.fields().size() != columns) {
            throw fault(
                    row.line(),
                    row.fields().size() + " fields, but the header has " + columns + " (separator '"
                            + format.separator() + "')");
        }
        return new Entity("", schema, row.fields());
    }

    @Override
    public void close() throws OperatorException {
        close(file, input);
    }

    private Schema header() throws OperatorException, InterruptedException {
        CsvRow row = row();
        List<String> names = row == null
                ? List.of()
                : row.fields().stream().map(CsvFileEntities::name).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw fault(1, "two columns are named '" + name + "'");
            }
        }
        return new Schema("", names.stream().map(Schema.Path::of).toList());
    }

    private static String name(List<Value> field) {
        return field.isEmpty() ? "" : ((Value.Text) field.get(0)).text();
    }

    private @Nullable CsvRow row() throws OperatorException, InterruptedException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            CsvRow row = rows.next();
            line = row.line();
            return row;
        } catch (CsvParseException | UncheckedIOException e) {
            throw fault(e);
        }
    }

    private OperatorException fault(Exception exception) throws InterruptedException {
        if (DatasetFile.isCoding(exception)) {
            return file.fault("is not text in " + format.charset() + " (after line " + line + "); set charset");
        }
        if (exception instanceof CsvParseException) {
            Throwable cause = exception.getCause() == null ? exception : exception.getCause();
            return fault(line, "or after it: " + cause.getMessage());
        }
        return file.failure("cannot be read", exception);
    }

    private OperatorException fault(long where, String what) {
        return new OperatorException("file '" + file.name() + "', line " + where + ": " + what);
    }

    private static void close(DatasetFile file, InputStream input) throws OperatorException {
        try {
            input.close();
        } catch (IOException e) {
            throw new OperatorException("file '" + file.name() + "' cannot be closed: " + e.getMessage(), e);
        }
    }
}
