package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationsTest {

    @Test
    void words_ofShortAndLong_areReadable() {
        assertThat(Durations.words(Duration.ofMillis(49))).isEqualTo("0.0 s");
        assertThat(Durations.words(Duration.ofMillis(50))).isEqualTo("0.1 s");
        assertThat(Durations.words(Duration.ofMillis(1234))).isEqualTo("1.2 s");
        assertThat(Durations.words(Duration.ofMillis(59_999))).isEqualTo("60.0 s");
        assertThat(Durations.words(Duration.ofSeconds(247))).isEqualTo("4 min 7 s");
    }
}
