package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of seconds as no server should write them; {@code TokenResponseTest} has those that servers do write. */
final class LifetimeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration OTHERWISE = Duration.ofMinutes(5);
    private static final Duration YEAR = Duration.ofDays(365);

    @ParameterizedTest
    @CsvSource({
        "1e-9,PT0.000000001S",
        "0.0000000019,PT0.000000001S",
        "9e-10,PT0S",
        "1.5,PT1.5S",
        "'\".5\"',PT0.5S",
        "'\"+7.\"',PT7S",
        "31535999.999999999,PT8759H59M59.999999999S",
        "31536000,PT8760H",
        "31536000.1,PT8760H",
        "1e000000000001,PT10S",
        "'\"2e-00000000\"',PT2S",
        "0e999999999,PT0S",
        "0.00,PT0S"
    })
    void number_ofSeconds_isExactToTheNanosecondAndAtMostAYear(String number, Duration lifetime) {
        assertThat(lifetime(number)).isEqualTo(new Lifetime(lifetime, List.of()));
    }

    @Test
    void number_ofAHundredDigits_isReadAndAnyLongerOneIsAYear() {
        assertThat(lifetime("6" + "0".repeat(99) + "e-98").duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(lifetime("6" + "0".repeat(100) + "e-99").duration()).isEqualTo(YEAR);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 900, 100_000})
    @Timeout(10)
    void number_withManyDecimals_isCut(int decimals) {
        assertThat(lifetime("60." + "0".repeat(decimals) + "1").duration()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"P366D,P365D", "P365D,P365D", "-PT1S,PT0S", "PT0S,PT0S", "PT7S,PT7S"})
    void lifetime_notTold_isTheOneConfiguredWithinItsBounds(Duration otherwise, Duration lifetime) {
        var answer = answer("{}");

        assertThat(Lifetime.of(answer, "opaque", NOW, otherwise).duration()).isEqualTo(lifetime);
    }

    private static Lifetime lifetime(String number) {
        return Lifetime.of(answer("{\"expires_in\":" + number + "}"), "opaque", NOW, OTHERWISE);
    }

    private static AnswerBody answer(String json) {
        return AnswerBody.of(json.getBytes(StandardCharsets.UTF_8), "application/json");
    }
}
