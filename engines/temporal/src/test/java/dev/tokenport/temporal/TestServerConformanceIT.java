package dev.tokenport.temporal;

import dev.tokenport.workflow.engine.Engine;
import java.nio.file.Path;

/** The engine keeps the rules of a run, on Temporal's test server. */
final class TestServerConformanceIT extends TemporalConformance {

    @Override
    TestTemporal server(Path folder) {
        return TestTemporal.start();
    }

    @Override
    protected Engine engine() {
        return new TemporalEngine();
    }
}
