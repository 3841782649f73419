package dev.tokenport.operators.format;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entities as they stand one after the other in octets of some format. For one thread. */
public interface Rows extends Closeable {

    /** The schema of all of them, empty if it differs from one to the next. */
    Optional<Schema> schema();

    /**
     * The next entity, {@code null} at the end.
     *
     * @throws RowFault if the octets are not what their format wants
     * @throws IOException if they cannot be read
     */
    @Nullable
    Entity next() throws RowFault, IOException;

    @Override
    void close() throws IOException;
}
