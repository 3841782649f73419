package dev.tokenport.temporal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokenport.testkit.TemporalServer;
import dev.tokenport.workflow.engine.Engine;
import java.nio.file.Path;

/** The engine keeps the rules of a run, on a real Temporal server with its database in a file. */
final class RealServerConformanceIT extends TemporalConformance {

    @Override
    TestTemporal server(Path folder) throws Exception {
        assumeTrue(TemporalServer.program().isPresent(), TemporalServer.MISSING);
        return TestTemporal.of(TemporalServer.start(folder));
    }

    @Override
    protected Engine engine() {
        return new TemporalEngine();
    }
}
