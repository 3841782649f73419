package dev.tokenport.operator;

import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text forms of single values. */
final class Texts {

    private static final Pattern SHORT_DURATION = Pattern.compile("(-?[0-9]+)(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private Texts() {}

    /** The characters of a scalar; a secret is revealed. */
    static String of(RawValue raw) throws MismatchException {
        Value value = scalar(raw).value();
        return value instanceof Text text
                ? text.text()
                : ((SecretValue) value).secret().reveal();
    }

    /** The scalar as a secret; the very secret it holds, if it holds one. */
    static Object secret(RawValue raw) throws MismatchException {
        Value value = scalar(raw).value();
        return value instanceof SecretValue secret ? secret.secret() : Secret.of(((Text) value).text());
    }

    private static RawValue.Scalar scalar(RawValue raw) throws MismatchException {
        if (raw instanceof RawValue.Scalar scalar) {
            return scalar;
        }
        throw new MismatchException("must be a text, not a mapping");
    }

    /** The text if it is no secret. */
    static Optional<String> plain(RawValue raw) {
        return raw instanceof RawValue.Scalar scalar && scalar.value() instanceof Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    /** Whether it is the JSON value {@code null}, which is no value. */
    static boolean isNull(RawValue raw) {
        return raw instanceof RawValue.Scalar scalar
                && scalar.value() instanceof Text text
                && text.type() == JsonType.JSON
                && text.text().equals("null");
    }

    static Object intNumber(String text) throws MismatchException {
        long number = whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return (int) number;
    }

    static Object longNumber(String text) throws MismatchException {
        return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long whole(String text, long minimum, long maximum) throws MismatchException {
        if (!isWhole(text)) {
            throw new MismatchException("is not a whole number");
        }
        try {
            long number = Long.parseLong(text);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Only too many digits lead here; said below.
        }
        throw new MismatchException("is not a whole number from " + minimum + " to " + maximum);
    }

    /** Whether it is digits of ASCII, with a minus before them or not; without an expression, since there are many. */
    private static boolean isWhole(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return first < text.length();
    }

    static Object flag(String text) throws MismatchException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MismatchException("is neither true nor false");
        };
    }

    static Object duration(String text) throws MismatchException {
        Duration duration;
        try {
            Matcher matcher = SHORT_DURATION.matcher(text);
            duration = matcher.matches()
                    ? Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)))
                    : Duration.parse(text);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            throw new MismatchException("is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S", e);
        }
        if (duration.isNegative()) {
            throw new MismatchException("is a negative duration");
        }
        return duration;
    }

    static Object uri(String text) throws MismatchException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new MismatchException("is not a URI");
        }
    }
}
