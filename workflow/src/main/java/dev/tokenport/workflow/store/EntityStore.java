package dev.tokenport.workflow.store;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.spool.EntityFormat;
import dev.tokenport.operator.spool.EntitySink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Entities in a place that all processes of a run reach, where outputs are kept whole until the run has ended: compressed,
 * then encrypted, bound to their key. What is written appears when it is sealed; until then nobody can read any of it.
 * Thread-safe.
 */
public final class EntityStore {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OctetStore octets;
    private final StoreCipher cipher;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    /** Entities in a place for octets. */
    public EntityStore(OctetStore octets, StoreCipher cipher) {
        this.octets = octets;
        this.cipher = cipher;
    }

    /** Says that this process takes part in a run no longer. */
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Finds out whether the place can be used.
     *
     * @throws IOException if it cannot be; the message may be shown
     */
    public void check() throws IOException {
        octets.check();
    }

    /**
     * Begins to write.
     *
     * @param key where; nothing else is ever written there
     * @param schema the schema of all entities, if it is known beforehand
     * @throws IOException if it cannot be written
     */
    public EntitySink write(StoreKey key, Optional<Schema> schema) throws IOException {
        StoredOutput output = octets.write(key);
        try {
            var compressed = new GZIPOutputStream(cipher.encrypting(output.stream(), context(key)), BUFFER_BYTES);
            return EntityFormat.writer(compressed, schema, new EntityFormat.Ending() {
                @Override
                public void seal() throws IOException {
                    output.seal();
                }

                @Override
                public void abandon() {
                    output.abandon();
                }
            });
        } catch (IOException e) {
            output.abandon();
            throw e;
        }
    }

    /**
     * Reads what was written and sealed.
     *
     * @throws IOException if it is not there, or cannot be read
     */
    public Entities read(StoreKey key) throws IOException {
        InputStream in = octets.read(key);
        try {
            return EntityFormat.reader(new GZIPInputStream(cipher.decrypting(in, context(key)), BUFFER_BYTES));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static byte[] context(StoreKey key) {
        return ("entities " + key).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Removes all that was written for a run.
     *
     * @param run the name of the run, as in its keys
     * @throws IOException if something is left
     */
    public void remove(String run) throws IOException {
        octets.remove(run);
    }

    /**
     * Says that this process takes part in a run, which {@link #sweep} leaves alone until that is closed, in other processes
     * too.
     */
    public Hold hold(String run) {
        held.merge(run, 1, Integer::sum);
        return () -> held.computeIfPresent(run, (name, count) -> count == 1 ? null : count - 1);
    }

    /**
     * Removes what runs have left that never ended as they should, because Temporal's database or all workers were lost: all
     * runs for which nothing has been written since a time. To be called once a day, in each process.
     *
     * @param before runs older than this are removed, unless a process has {@linkplain #hold hold} of them
     * @return the names of the runs that were removed
     * @throws IOException if that cannot be done; what was removed until then is
     */
    public List<String> sweep(Instant before) throws IOException {
        List<String> removed = new ArrayList<>();
        for (Map.Entry<String, Instant> run : new TreeMap<>(octets.runs()).entrySet()) {
            if (held.containsKey(run.getKey())) {
                octets.touch(run.getKey());
            } else if (run.getValue().isBefore(before)) {
                octets.remove(run.getKey());
                removed.add(run.getKey());
            }
        }
        return removed;
    }

    /** The place. */
    @Override
    public String toString() {
        return octets.toString();
    }
}
