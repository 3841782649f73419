package dev.tokenport.cli;

import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.encryption.StreamCipher;
import dev.tokenport.workflow.store.StoreCipher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Encrypts what a store keeps with the keys of a file. Thread-safe. */
final class KeyFileStoreCipher implements StoreCipher {

    private final StreamCipher cipher;

    KeyFileStoreCipher(OctetCipher keys) {
        this.cipher = new StreamCipher(keys);
    }

    @Override
    public OutputStream encrypting(OutputStream out, byte[] context) throws IOException {
        return cipher.encrypting(out, context);
    }

    @Override
    public InputStream decrypting(InputStream in, byte[] context) throws IOException {
        return cipher.decrypting(in, context);
    }
}
