package dev.tokenport.s3;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.encryption.StreamCipher;
import dev.tokenport.testkit.store.StoreContract;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreCipher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** A store on S3 is a store. */
final class S3StoreTest extends StoreContract {

    private static TestS3 server;
    private static S3Client client;
    private static StreamCipher cipher;

    private S3Store store;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TestS3.start();
        client = server.client();
        Path key = folder.resolve("key");
        KeyFile.create(key);
        cipher = new StreamCipher(OctetCipher.read(key));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @BeforeEach
    void open() {
        store = new S3Store(client, S3Place.parse(TestS3.BUCKET + "/" + UUID.randomUUID()));
    }

    @Override
    protected OctetStore store() {
        return store;
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
