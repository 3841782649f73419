package dev.tokenport.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaceTest {

    private final Clock clock = new Clock();

    @Test
    void isTime_slowStream_isExactlyOnceASecond() {
        var pace = new Pace(clock);

        assertThat(told(pace, 10, Duration.ofMillis(500))).containsExactly(2, 4, 6, 8, 10);
    }

    @Test
    void isTime_fastStream_looksAtTheClockNowAndThen() {
        var pace = new Pace(clock);
        int before = clock.looks;

        List<Integer> told = told(pace, 2_000_000, Duration.ofNanos(1_000));

        assertThat(clock.looks - before).isLessThan(50_000);
        assertThat(told).hasSize(1).allMatch(entity -> entity < 1_000_000 + 64);
    }

    @Test
    void isTime_streamThatBecomesSlow_isLateByFewEntities() {
        var pace = new Pace(clock);
        told(pace, 1_000, Duration.ofNanos(1));

        List<Integer> told = told(pace, 200, Duration.ofSeconds(1));

        assertThat(told.get(0)).isLessThanOrEqualTo(64);
        assertThat(told.subList(1, told.size())).hasSize(200 - told.get(0));
    }

    private List<Integer> told(Pace pace, int entities, Duration each) {
        List<Integer> told = new ArrayList<>();
        for (int i = 1; i <= entities; i++) {
            clock.nanos += each.toNanos();
            if (pace.isTime()) {
                told.add(i);
            }
        }
        return told;
    }

    /** A clock that counts who looks at it. */
    private static final class Clock implements TimeSource {

        private long nanos;
        private int looks;

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanoTime() {
            looks++;
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            nanos += duration.toNanos();
        }
    }
}
