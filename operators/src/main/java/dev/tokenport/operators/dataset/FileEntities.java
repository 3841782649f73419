package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operators.format.Format;
import dev.tokenport.operators.format.RowFault;
import dev.tokenport.operators.format.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities of a file. For one thread. */
final class FileEntities implements Entities {

    private final DatasetFile file;
    private final Cancellation cancellation;
    private final Rows rows;

    private FileEntities(DatasetFile file, Cancellation cancellation, Rows rows) {
        this.file = file;
        this.cancellation = cancellation;
        this.rows = rows;
    }

    /** Opens the file, and reads its header if it has one. */
    static FileEntities of(DatasetFile file, Format format, Cancellation cancellation)
            throws OperatorException, InterruptedException {
        InputStream input = file.read();
        boolean opened = false;
        try {
            var entities = new FileEntities(file, cancellation, format.rows(input));
            opened = true;
            return entities;
        } catch (RowFault e) {
            throw fault(file, e);
        } catch (IOException e) {
            throw file.failure("cannot be read", e);
        } finally {
            if (!opened) {
                close(file, input);
            }
        }
    }

    @Override
    public Optional<Schema> schema() {
        return rows.schema();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        cancellation.check();
        try {
            return rows.next();
        } catch (RowFault e) {
            throw fault(file, e);
        } catch (IOException e) {
            throw file.failure("cannot be read", e);
        }
    }

    @Override
    public void close() throws OperatorException {
        close(file, rows);
    }

    private static OperatorException fault(DatasetFile file, RowFault fault) {
        return new OperatorException("file '" + file.name() + "', " + fault.getMessage(), fault);
    }

    private static void close(DatasetFile file, Closeable closing) throws OperatorException {
        try {
            closing.close();
        } catch (IOException e) {
            throw new OperatorException("file '" + file.name() + "' cannot be closed: " + e.getMessage(), e);
        }
    }
}
