package dev.tokenport.operator.spool;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Entities as a stream of octets that other processes, of other versions, read: a byte with the format's version, whether
 * all have one schema, that schema, the entities. That nothing is missing at the end is for the stream to know, as one that
 * is compressed does.
 */
public final class EntityFormat {

    private static final int VERSION = 1;

    private EntityFormat() {}

    /** What is to happen to what was written. */
    public interface Ending {

        /**
         * Makes it readable, when all has been written and closed.
         *
         * @throws IOException if that fails
         */
        void seal() throws IOException;

        /** Removes it, as far as that goes. */
        void abandon();
    }

    /**
     * Writes to a stream, which is closed when all has been written.
     *
     * @param schema the schema of all entities, if it is known beforehand
     * @throws IOException if it cannot be written
     */
    public static EntitySink writer(OutputStream out, Optional<Schema> schema, Ending ending) throws IOException {
        var data = new DataOutputStream(out);
        var writer = new EntityWriter(data);
        data.writeByte(VERSION);
        data.writeBoolean(schema.isPresent());
        if (schema.isPresent()) {
            writer.write(schema.get());
        }
        return new EntitySink() {
            @Override
            public void add(Entity entity) throws IOException {
                writer.write(entity);
            }

            @Override
            public void seal() throws IOException {
                data.close();
                ending.seal();
            }

            @Override
            public void abandon() {
                ending.abandon();
            }
        };
    }

    /**
     * Reads from a stream, which is closed with the entities.
     *
     * @throws IOException if it cannot be read, or is of another version
     */
    public static Entities reader(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        var reader = new EntityReader(data);
        int version = data.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("it was written in version " + version + " of the format, and this is " + VERSION);
        }
        Optional<Schema> schema = data.readBoolean() ? Optional.of(reader.readSchema()) : Optional.empty();
        return new SpooledEntities(schema, data, reader);
    }
}
