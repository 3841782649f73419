package dev.tokenport.temporal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokenport.testkit.TemporalServer;
import java.nio.file.Path;

/** Workers of several versions on a real Temporal server. */
final class RealServerVersionsIT extends WorkerVersions {

    @Override
    TestTemporal server(Path folder) throws Exception {
        assumeTrue(TemporalServer.program().isPresent(), TemporalServer.MISSING);
        return TestTemporal.of(TemporalServer.start(folder));
    }
}
