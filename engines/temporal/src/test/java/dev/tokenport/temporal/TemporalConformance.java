package dev.tokenport.temporal;

import dev.tokenport.testkit.conformance.RemoteConformance;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.PayloadCipher;
import dev.tokenport.workflow.store.EntityStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a run, for this engine with a folder as the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TemporalConformance extends RemoteConformance {

    private TestTemporal temporal;
    private PayloadCipher cipher;

    @TempDir
    private Path shared;

    /** The server, which is closed after the last test. */
    abstract TestTemporal server(Path folder) throws Exception;

    @BeforeAll
    final void start(@TempDir Path folder) throws Exception {
        temporal = server(folder);
        cipher = TestTemporal.cipher(folder);
    }

    @AfterAll
    final void stop() {
        if (temporal != null) {
            temporal.close();
        }
    }

    @Override
    protected final EngineAddress address(String queue) {
        return temporal.address(queue, cipher);
    }

    @Override
    protected final EntityStore store() {
        return TestStore.in(shared);
    }

    @Override
    protected final Path shared() {
        return shared;
    }
}
