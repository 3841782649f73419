package dev.tokenport.temporal.message;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import java.util.Locale;

/**
 * A value on its way to another process, in a payload that is encrypted. Prints no text. Immutable.
 *
 * @param type {@code string}, {@code number}, {@code boolean}, {@code json}, or {@code secret}
 * @param text the characters
 * @param task of a secret the task that gave it, possibly empty
 */
public record SentValue(String type, String text, String task) {

    private static final String SECRET = "secret";

    /** A value as it is sent. */
    public static SentValue of(Value value) {
        if (value instanceof Value.SecretValue secret) {
            return new SentValue(SECRET, secret.secret().reveal(), secret.task());
        }
        Value.Text text = (Value.Text) value;
        return new SentValue(text.type().name().toLowerCase(Locale.ROOT), text.text(), "");
    }

    /** The value. */
    public Value value() {
        return type.equals(SECRET)
                ? new Value.SecretValue(Secret.of(text), task)
                : new Value.Text(text, JsonType.valueOf(type.toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return type;
    }
}
