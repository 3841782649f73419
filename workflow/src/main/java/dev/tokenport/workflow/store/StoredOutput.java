package dev.tokenport.workflow.store;

import java.io.IOException;
import java.io.OutputStream;

/** What is being written into a store; until it is sealed nobody can read any of it. For one thread. */
public interface StoredOutput {

    /** Takes the octets; closing it ends them, and seals nothing. */
    OutputStream stream();

    /**
     * Makes it readable, durably. The stream is closed.
     *
     * @throws IOException if what is left cannot be written
     */
    void seal() throws IOException;

    /** Gives it up, and removes what was written, as far as that goes. Does nothing once it is sealed. */
    void abandon();
}
