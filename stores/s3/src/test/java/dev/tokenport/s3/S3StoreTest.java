package dev.tokenport.s3;

import dev.tokenport.testkit.store.StoreContract;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreCipher;
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
    private static TestCipher cipher;

    private S3Store store;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TestS3.start();
        client = server.client();
        cipher = TestCipher.in(folder);
    }

    @AfterAll
    static void stop() {
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
        return cipher;
    }
}
