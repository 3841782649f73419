package dev.tokenport.temporal;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.workflow.engine.Engine;
import java.nio.file.Path;

/** The engine keeps the rules of a run that goes on in another history after every second of its tasks, or so. */
final class ContinuedConformanceIT extends TemporalConformance {

    @Override
    TestTemporal server(Path folder) {
        return TestTemporal.start();
    }

    @Override
    protected Engine engine() {
        return new TemporalEngine(new HistoryBounds(12, 1_000_000_000));
    }
}
