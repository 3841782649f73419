package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ValidityTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void token_withMoreLeftThanTheMargin_isGood() {
        Validity validity = validity(100);

        assertThat(validity.exceeds(30 * SECOND, 70 * SECOND - 1)).isTrue();
        assertThat(validity.exceeds(30 * SECOND, 70 * SECOND)).isFalse();
    }

    @Test
    void margin_beyondHalfTheLife_countsAsHalf() {
        Validity validity = validity(100);

        assertThat(validity.exceeds(Long.MAX_VALUE, 50 * SECOND - 1)).isTrue();
        assertThat(validity.exceeds(Long.MAX_VALUE, 50 * SECOND)).isFalse();
    }

    @Test
    void token_thatLivesNoTime_isNeverGood() {
        assertThat(validity(0).exceeds(0, 0)).isFalse();
    }

    private static Validity validity(long seconds) {
        return new Validity(0, Instant.EPOCH.plusSeconds(seconds), Duration.ofSeconds(seconds));
    }
}
