package dev.tokenport.integration.engine;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.encryption.StreamCipher;
import dev.tokenport.testkit.store.StoreContract;
import dev.tokenport.workflow.store.FolderStore;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreCipher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder is a store. */
final class FolderStoreContractTest extends StoreContract {

    @TempDir
    private Path folder;

    @TempDir
    private Path keys;

    private StreamCipher cipher;

    @BeforeEach
    void makeKey() throws KeyFileException {
        Path key = keys.resolve("key");
        KeyFile.create(key);
        cipher = new StreamCipher(OctetCipher.read(key));
    }

    @Override
    protected OctetStore store() {
        return new FolderStore(folder);
    }

    @Override
    protected StoreCipher cipher() {
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
