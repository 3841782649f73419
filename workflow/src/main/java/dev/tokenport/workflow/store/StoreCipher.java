package dev.tokenport.workflow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Encrypts what a store keeps, while it flows. Thread-safe. */
public interface StoreCipher {

    /**
     * Encrypts and authenticates what is written to it. Closing it ends the octets, and closes the stream behind it.
     *
     * @param context what is authenticated with them
     * @throws IOException if nothing can be written, or encrypted; the message may be shown
     */
    OutputStream encrypting(OutputStream out, byte[] context) throws IOException;

    /**
     * Decrypts what was encrypted, maybe with an older key, up to the octet that was altered or is missing. Closing it
     * closes the stream behind it.
     *
     * @param context as when it was encrypted
     * @throws IOException if it cannot be read, or its key is not there; the message may be shown
     */
    InputStream decrypting(InputStream in, byte[] context) throws IOException;
}
