package dev.tokenport.temporal;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.encryption.StreamCipher;
import dev.tokenport.workflow.store.EntityStore;
import dev.tokenport.workflow.store.FolderStore;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreCipher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stores as workers have them. */
final class TestStore {

    private TestStore() {}

    /** One in a folder, encrypted with the key in its file {@code store.key}. */
    static EntityStore in(Path folder) {
        return in(new FolderStore(folder), folder);
    }

    /** One at any place, encrypted with the key in a file {@code store.key} of this folder. */
    static synchronized EntityStore in(OctetStore place, Path folder) {
        Path key = folder.resolve("store.key");
        try {
            makeOnce(key);
            return new EntityStore(place, cipher(new StreamCipher(OctetCipher.read(key))));
        } catch (KeyFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Workers in other processes may do the same at the same time; a file that is there is whole. */
    private static void makeOnce(Path key) throws KeyFileException {
        if (!Files.exists(key)) {
            try {
                KeyFile.create(key);
            } catch (KeyFileException e) {
                if (!Files.exists(key)) {
                    throw e;
                }
            }
        }
    }

    private static StoreCipher cipher(StreamCipher cipher) {
        return new StoreCipher() {
            @Override
            public OutputStream encrypting(OutputStream out, byte[] context) throws IOException {
                return cipher.encrypting(out, context);
            }

            @Override
            public InputStream decrypting(InputStream in, byte[] context) throws IOException {
                return cipher.decrypting(in, context);
            }
        };
    }
}
