package dev.tokenport.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs are done again. */
final class UnhinderedTest {

    @Test
    void once_runThatTookSecondsMore_isDoneAgain() throws Exception {
        Iterator<Double> millis =
                List.of(1200.0, 5400.0, 5100.0, 1100.0, 3500.0).iterator();
        var runs = new Unhindered(millis::next);

        assertThat(List.of(runs.once(), runs.once(), runs.once())).containsExactly(1200.0, 1100.0, 3500.0);
    }

    @Test
    void once_allRunsTakeSecondsMore_endsAllTheSame() throws Exception {
        Iterator<Double> millis =
                List.of(1000.0, 9000.0, 9001.0, 9002.0, 9003.0, 9004.0, 9005.0).iterator();
        var runs = new Unhindered(millis::next);

        assertThat(List.of(runs.once(), runs.once())).containsExactly(1000.0, 9005.0);
    }
}
