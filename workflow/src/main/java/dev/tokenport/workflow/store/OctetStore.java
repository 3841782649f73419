package dev.tokenport.workflow.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;

/**
 * A place for octets that all processes of a run reach. It knows nothing of what they mean: they come compressed and
 * encrypted ({@link EntityStore}). A fault is told on one line, which names the place and may be shown. Thread-safe.
 */
public interface OctetStore {

    /**
     * Finds out whether it can be used.
     *
     * @throws IOException if it cannot be
     */
    void check() throws IOException;

    /**
     * Begins to write.
     *
     * @param key where; nothing else is ever written there
     * @throws IOException if it cannot be written
     */
    StoredOutput write(StoreKey key) throws IOException;

    /**
     * Reads what was written and sealed, as far as it is asked for.
     *
     * @throws IOException if it is not there, or cannot be read
     */
    InputStream read(StoreKey key) throws IOException;

    /**
     * Removes all that was written for a run, also what has not been sealed.
     *
     * @param run the name of the run, as in its keys
     * @throws IOException if something is left
     */
    void remove(String run) throws IOException;

    /**
     * Marks a run for which something is there as one that goes on, as writing does.
     *
     * @param run the name of the run, as in its keys
     * @throws IOException if it cannot be marked
     */
    void touch(String run) throws IOException;

    /**
     * The runs for which something is there, and when that was last written or marked, by the clock of the store.
     *
     * @throws IOException if that cannot be told
     */
    Map<String, Instant> runs() throws IOException;
}
