package dev.tokenport.oauth2;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a token is good for: {@code expires_in}, else the JWT's own {@code exp}, else a default with a warning. At most
 * a year, at least nothing. Immutable.
 *
 * @param duration how long
 * @param warnings what a person should look at
 */
record Lifetime(Duration duration, List<String> warnings) {

    static final Duration LONGEST = Duration.ofDays(365);

    private static final int NANO_DIGITS = 9;
    private static final BigDecimal NANOSECOND = BigDecimal.ONE.movePointLeft(NANO_DIGITS);
    private static final int SHORT = 9;
    private static final int MOST_DIGITS = 100;
    private static final int MOST_EXPONENT_DIGITS = 6;
    private static final Duration LAST_EXPIRY = Duration.ofDays(365L * 10_000);
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE]([+-]?)([0-9]+))?");

    static Lifetime of(AnswerBody answer, String token, Instant now, Duration otherwise) {
        Optional<Duration> told = seconds(answer, "expires_in", LONGEST);
        if (told.isPresent()) {
            return new Lifetime(told.get(), List.of());
        }
        Optional<Duration> exp = expiry(token).map(end -> clamped(end.minus(sinceEpoch(now))));
        if (exp.isPresent()) {
            return new Lifetime(exp.get(), List.of());
        }
        String why = answer.member("expires_in").isPresent() ? "is unusable" : "is missing";
        return new Lifetime(
                clamped(otherwise),
                List.of("expires_in " + why + ": the token is taken to be good for " + otherwise.toSeconds() + " s"));
    }

    /** The {@code exp} of a JWT (RFC 7519 §4.1.4) since 1970, decoded and not verified: the token is the service's to judge. */
    static Optional<Duration> expiry(String token) {
        return JwtParts.of(token)
                .map(JwtParts::claims)
                .filter(claims -> claims.fault().isEmpty())
                .flatMap(claims -> sinceEpoch(claims, "exp"));
    }

    /** A claim that is a time (RFC 7519 §2, NumericDate), since 1970. */
    static Optional<Duration> sinceEpoch(AnswerBody claims, String name) {
        return claims.member(name)
                .filter(time -> time.kind() == Member.Kind.NUMBER)
                .flatMap(time -> number(time.text(), LAST_EXPIRY));
    }

    private static Duration sinceEpoch(Instant now) {
        return Duration.between(Instant.EPOCH, now);
    }

    /** A member that is a number of seconds, which may be written as a text: from nothing to a limit. */
    static Optional<Duration> seconds(AnswerBody answer, String name, Duration limit) {
        return answer.member(name)
                .filter(member -> member.kind() == Member.Kind.NUMBER || member.isText())
                .flatMap(member -> number(member.text().strip(), limit));
    }

    private static Duration clamped(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    /** A number of seconds from nothing to a limit; no arithmetic on a number before its size is known. */
    private static Optional<Duration> number(String text, Duration limit) {
        if (isShortAndWhole(text)) {
            // As servers write it.
            Duration seconds = Duration.ofSeconds(Integer.parseInt(text));
            return Optional.of(seconds.compareTo(limit) < 0 ? seconds : limit);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = number.group(2);
        boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero || number.group(1).equals("-")) {
            return Optional.of(Duration.ZERO);
        }
        String exponent = number.group(4) == null ? "0" : number.group(4).replaceFirst("^0+(?=.)", "");
        boolean shrinks = "-".equals(number.group(3));
        if (exponent.length() > MOST_EXPONENT_DIGITS) {
            return Optional.of(shrinks ? Duration.ZERO : limit);
        }
        return Optional.of(bounded(digits, Integer.parseInt(exponent) * (shrinks ? -1 : 1), limit));
    }

    private static boolean isShortAndWhole(String text) {
        if (text.isEmpty() || text.length() > SHORT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Duration bounded(String digits, int exponent, Duration limit) {
        if (digits.split("\\.", 2)[0].length() > MOST_DIGITS) {
            return limit;
        }
        String cut = digits.substring(0, Math.min(digits.length(), 2 * MOST_DIGITS));
        BigDecimal seconds = new BigDecimal(cut).scaleByPowerOfTen(exponent);
        if (seconds.compareTo(BigDecimal.valueOf(limit.toSeconds())) >= 0) {
            return limit;
        }
        if (seconds.compareTo(NANOSECOND) < 0) {
            return Duration.ZERO;
        }
        BigDecimal nanos = seconds.setScale(NANO_DIGITS, RoundingMode.DOWN).movePointRight(NANO_DIGITS);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(NANO_DIGITS));
        return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
    }
}
