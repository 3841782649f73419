package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void count_ofOneAndMany_isInTheRightNumber() {
        assertThat(Words.count(1, "entity")).isEqualTo("1 entity");
        assertThat(Words.count(0, "entity")).isEqualTo("0 entities");
        assertThat(Words.count(2, "key")).isEqualTo("2 keys");
        assertThat(Words.count(3, "task")).isEqualTo("3 tasks");
    }

    @Test
    void duration_shortAndLong_isReadable() {
        assertThat(Words.duration(Duration.ofMillis(49))).isEqualTo("0.0 s");
        assertThat(Words.duration(Duration.ofMillis(50))).isEqualTo("0.1 s");
        assertThat(Words.duration(Duration.ofMillis(1234))).isEqualTo("1.2 s");
        assertThat(Words.duration(Duration.ofMillis(59_999))).isEqualTo("60.0 s");
        assertThat(Words.duration(Duration.ofSeconds(247))).isEqualTo("4 min 7 s");
    }
}
