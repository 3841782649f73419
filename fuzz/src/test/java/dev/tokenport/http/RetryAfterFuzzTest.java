package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** {@code Retry-After}: a wait of nothing to a year, or nonsense that is ignored. */
final class RetryAfterFuzzTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @FuzzTest
    void header(byte[] input) throws Exception {
        Headers headers = WireAnswer.of(input).headers();
        String value = headers.first("Retry-After").orElse("").strip();

        Bounds.within(input, () -> {
            Optional<Duration> wait = RetryAfter.in(headers, NOW);

            wait.ifPresent(duration -> assertThat(duration).isBetween(Duration.ZERO, YEAR));
            if (value.matches("[0-9]{1,7}")) {
                assertThat(wait).contains(Duration.ofSeconds(Long.parseLong(value)));
            }
        });
    }
}
