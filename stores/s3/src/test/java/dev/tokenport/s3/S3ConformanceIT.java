package dev.tokenport.s3;

import dev.tokenport.temporal.TemporalEngine;
import dev.tokenport.testkit.TemporalServer;
import dev.tokenport.testkit.conformance.RemoteConformance;
import dev.tokenport.workflow.engine.Engine;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.store.EntityStore;
import io.temporal.testserver.TestServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The rules of a run are kept on Temporal with a store on S3, too. */
final class S3ConformanceIT extends RemoteConformance {

    private static TestServer.PortBoundTestServer temporal;
    private static int port;
    private static TestS3 server;
    private static S3Client client;
    private static TestCipher cipher;

    @TempDir
    private Path shared;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        port = TemporalServer.freePort();
        temporal = TestServer.createPortBoundServer(port, true);
        server = TestS3.start();
        client = server.client();
        cipher = TestCipher.in(folder);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        temporal.close();
    }

    @Override
    protected Engine engine() {
        return new TemporalEngine();
    }

    @Override
    protected EngineAddress address(String queue) {
        return new EngineAddress("127.0.0.1:" + port, "default", queue, Optional.empty(), Optional.empty(), cipher);
    }

    @Override
    protected EntityStore store() {
        return new EntityStore(new S3Store(client, S3Place.parse(TestS3.BUCKET)), cipher);
    }

    @Override
    protected Path shared() {
        return shared;
    }
}
