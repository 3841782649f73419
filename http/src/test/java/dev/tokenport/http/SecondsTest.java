package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecondsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 s",
        "1,0.001 s",
        "50,0.05 s",
        "100,0.1 s",
        "567,0.6 s",
        "1000,1 s",
        "1500,1.5 s",
        "9960,10 s",
        "10400,10 s",
        "60000,60 s",
        "100000,100 s"
    })
    void duration_shown_isShort(long millis, String shown) {
        assertThat(Seconds.shown(Duration.ofMillis(millis))).isEqualTo(shown);
    }
}
