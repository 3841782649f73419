package dev.tokenport.silk.entity;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.runtime.iterator.CloseableIterator;

/** A table of Silk as an input of ours, read as it is asked for. For one thread. */
public final class InputEntities implements Entities {

    private final LocalEntities table;
    private final InputSchema schema;
    private @Nullable CloseableIterator<org.silkframework.entity.Entity> rows;
    private boolean closed;

    /** The entities of a table, which is closed together with this. */
    public InputEntities(LocalEntities table) {
        this.table = table;
        this.schema = InputSchema.of(table.entitySchema());
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.of(schema.schema());
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        if (closed) {
            return null;
        }
        try {
            CloseableIterator<org.silkframework.entity.Entity> open = rows == null ? table.entities() : rows;
            rows = open;
            return open.hasNext() ? schema.entity(open.next()) : null;
        } catch (RuntimeException e) {
            throw new UpstreamException(e);
        }
    }

    @Override
    public void close() throws OperatorException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            table.close();
        } catch (RuntimeException e) {
            throw new UpstreamException(e);
        }
    }
}
