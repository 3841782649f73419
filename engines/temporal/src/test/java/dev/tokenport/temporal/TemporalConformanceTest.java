package dev.tokenport.temporal;

import dev.tokenport.testkit.conformance.RemoteConformance;
import dev.tokenport.workflow.engine.Engine;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.PayloadCipher;
import dev.tokenport.workflow.store.EntityStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The engine keeps the rules of a run, on Temporal's test server. */
final class TemporalConformanceTest extends RemoteConformance {

    private static TestTemporal temporal;
    private static PayloadCipher cipher;

    @TempDir
    private Path shared;

    @BeforeAll
    static void start(@TempDir Path folder) {
        temporal = TestTemporal.start();
        cipher = TestTemporal.cipher(folder);
    }

    @AfterAll
    static void stop() {
        temporal.close();
    }

    @Override
    protected Engine engine() {
        return new TemporalEngine();
    }

    @Override
    protected EngineAddress address(String queue) {
        return temporal.address(queue, cipher);
    }

    @Override
    protected EntityStore store() {
        return TestStore.in(shared);
    }

    @Override
    protected Path shared() {
        return shared;
    }
}
