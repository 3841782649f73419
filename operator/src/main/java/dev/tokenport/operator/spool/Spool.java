package dev.tokenport.operator.spool;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole output of a task, kept for several readers: in memory while it is small, then in a file. First it is written by
 * one thread, then read by many, each with a {@linkplain #open() reader} of its own.
 */
public final class Spool implements EntitySink, AutoCloseable {

    /** How many bytes are kept in memory. */
    public static final int THRESHOLD = 64 * 1024;

    private final Optional<Schema> schema;
    private final SpoolOutput output;
    private final DataOutputStream data;
    private final EntityWriter writer;
    private @Nullable Entity first;
    private boolean sealed;

    /** An empty spool in {@code folder} for entities of this schema, if it is known beforehand. */
    public Spool(SpoolFolder folder, Optional<Schema> schema) {
        this.schema = schema;
        this.output = new SpoolOutput(folder, THRESHOLD);
        this.data = new DataOutputStream(output);
        this.writer = new EntityWriter(data);
    }

    @Override
    public void add(Entity entity) throws IOException {
        if (first == null) {
            first = entity;
        }
        writer.write(entity);
    }

    @Override
    public void seal() throws IOException {
        data.close();
        sealed = true;
    }

    @Override
    public void abandon() {
        try {
            close();
        } catch (IOException unimportant) {
            // What cannot be deleted now is swept by a later run.
            return;
        }
    }

    /** The first entity. */
    public Optional<Entity> first() {
        return Optional.ofNullable(first);
    }

    /**
     * A reader from the first entity on.
     *
     * @throws IOException if it cannot be opened
     */
    public Entities open() throws IOException {
        if (!sealed) {
            throw new IllegalStateException("it is still being written");
        }
        InputStream in = output.file().isPresent()
                ? new BufferedInputStream(Files.newInputStream(output.file().get()))
                : new ByteArrayInputStream(output.bytes());
        var data = new DataInputStream(in);
        return new SpooledEntities(schema, data, new EntityReader(data));
    }

    /** Deletes what was kept. May be called more than once. */
    @Override
    public void close() throws IOException {
        Optional<Path> file = output.file();
        try {
            data.close();
        } finally {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        }
    }
}
