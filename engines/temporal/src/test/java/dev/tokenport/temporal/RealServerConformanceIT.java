package dev.tokenport.temporal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokenport.testkit.TemporalServer;
import dev.tokenport.workflow.engine.Engine;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * The engine keeps the rules of a run, on a real Temporal server with its database in a file, which takes most of a tenth of a
 * second from task to task: a chain of a thousand takes longer than what is standing still elsewhere.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
