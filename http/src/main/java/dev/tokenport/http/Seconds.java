package dev.tokenport.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How a duration is shown in a message: {@code 10 s}, {@code 0.6 s}. */
final class Seconds {

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    private Seconds() {}

    static String shown(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis()).divide(MILLIS);
        int digits =
                seconds.compareTo(BigDecimal.TEN) >= 0 ? 0 : seconds.compareTo(BigDecimal.valueOf(0.1)) < 0 ? 3 : 1;
        BigDecimal rounded = seconds.setScale(digits, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString() + " s";
    }
}
