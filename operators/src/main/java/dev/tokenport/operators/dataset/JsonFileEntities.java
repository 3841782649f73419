package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonRows;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities of a JSON file. For one thread. */
final class JsonFileEntities implements Entities {

    private final DatasetFile file;
    private final Cancellation cancellation;
    private final JsonRows rows;

    JsonFileEntities(DatasetFile file, Cancellation cancellation) throws OperatorException, InterruptedException {
        this.file = file;
        this.cancellation = cancellation;
        this.rows = new JsonRows(file.read(), JsonRows.Scalars.REFUSED);
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        cancellation.check();
        try {
            return rows.next();
        } catch (JsonFault e) {
            throw new OperatorException(
                    "file '" + file.name() + "', line " + e.line() + ", column " + e.column() + ": " + e.getMessage()
                            + " (a JSON dataset is an array of objects, or one object)",
                    e);
        } catch (IOException e) {
            throw file.failure("cannot be read", e);
        }
    }

    @Override
    public void close() throws OperatorException {
        try {
            rows.close();
        } catch (IOException e) {
            throw new OperatorException("file '" + file.name() + "' cannot be closed: " + e.getMessage(), e);
        }
    }
}
