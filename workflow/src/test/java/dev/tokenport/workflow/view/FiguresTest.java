package dev.tokenport.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59949, 59.9 s",
        "59950, 1 min 0 s",
        "247000, 4 min 7 s",
        "7380000, 2 h 3 min"
    })
    void duration_ofMilliseconds_reads(long millis, String text) {
        assertThat(Figures.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void count_ofOneAndOfMany_agreesWithTheNoun() {
        assertThat(Figures.count(1, "task", "tasks")).isEqualTo("1 task");
        assertThat(Figures.count(3000, "task", "tasks")).isEqualTo("3,000 tasks");
    }

    @Test
    void time_isInUtcToTheSecond() {
        assertThat(Figures.time(Instant.parse("2026-01-31T14:05:09.999Z"))).isEqualTo("2026-01-31 14:05:09 UTC");
    }
}
