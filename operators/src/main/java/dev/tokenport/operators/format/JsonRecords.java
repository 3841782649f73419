package dev.tokenport.operators.format;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonFormat;
import dev.tokenport.service.json.JsonRows;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects in JSON: an array of them, or one on each line (NDJSON). Immutable.
 *
 * @param format where the objects are, and how they are written
 */
public record JsonRecords(JsonFormat format) implements Format {

    @Override
    public Rows rows(InputStream input) {
        return new Read(new JsonRows(input, format), hint());
    }

    @Override
    public RowWriter writer(Draft draft) throws IOException {
        return new JsonRowWriter(draft.output(), this);
    }

    private String hint() {
        if (!format.records().segments().isEmpty()) {
            return "";
        }
        return format.layout() == JsonFormat.Layout.LINES
                ? " (each line is an object, or an array of objects)"
                : " (a JSON dataset is an array of objects, or one object)";
    }

    private record Read(JsonRows rows, String hint) implements Rows {

        @Override
        public Optional<Schema> schema() {
            return Optional.empty();
        }

        @Override
        public @Nullable Entity next() throws RowFault, IOException {
            try {
                return rows.next();
            } catch (JsonFault e) {
                throw new RowFault("line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + hint, e);
            }
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
