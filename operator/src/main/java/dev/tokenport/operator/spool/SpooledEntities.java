package dev.tokenport.operator.spool;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entities read back from a spool. For one thread. */
final class SpooledEntities implements Entities {

    private final Optional<Schema> schema;
    private final DataInputStream in;
    private final EntityReader reader;
    private boolean ended;

    SpooledEntities(Optional<Schema> schema, DataInputStream in, EntityReader reader) {
        this.schema = schema;
        this.in = in;
        this.reader = reader;
    }

    @Override
    public Optional<Schema> schema() {
        return schema;
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the run was cancelled");
        }
        if (ended) {
            return null;
        }
        try {
            Entity entity = reader.read();
            ended = entity == null;
            return entity;
        } catch (IOException e) {
            throw new SpoolException("the spooled entities cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws OperatorException {
        ended = true;
        try {
            in.close();
        } catch (IOException e) {
            throw new SpoolException("the spooled entities cannot be closed: " + e.getMessage(), e);
        }
    }
}
