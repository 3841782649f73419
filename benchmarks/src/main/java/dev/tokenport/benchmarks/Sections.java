package dev.tokenport.benchmarks;

import dev.tokenport.benchmarks.data.RequestsSection;
import dev.tokenport.benchmarks.data.StreamSection;
import dev.tokenport.benchmarks.engine.TemporalSection;
import dev.tokenport.benchmarks.process.ColdSection;
import dev.tokenport.benchmarks.process.MemorySection;
import dev.tokenport.benchmarks.run.RunSection;
import dev.tokenport.benchmarks.token.HerdSection;
import dev.tokenport.benchmarks.token.KeptSection;
import dev.tokenport.benchmarks.token.WarmSection;
import java.util.List;

/** All that is measured, in the order of the page. */
final class Sections {

    private Sections() {}

    static List<Section> all() {
        return List.of(
                new ColdSection(),
                new WarmSection(),
                new KeptSection(),
                new HerdSection(),
                new RunSection(),
                new StreamSection(),
                new RequestsSection(),
                new MemorySection(),
                new TemporalSection());
    }
}
