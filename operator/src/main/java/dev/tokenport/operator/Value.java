package dev.tokenport.operator;

import dev.tokenport.secret.Secret;
import java.util.Objects;

/** One value of an entity or of a parameter. Immutable. */
public sealed interface Value {

    /** A text that is no secret: a JSON string. */
    static Value of(String text) {
        return new Text(text, JsonType.STRING);
    }

    /** A secret that nobody can renew. */
    static Value of(Secret secret) {
        return new SecretValue(secret, "");
    }

    /**
     * Characters and what they are in JSON.
     *
     * @param text the characters; for a number, boolean or json, valid JSON
     * @param type what they are
     */
    record Text(String text, JsonType type) implements Value {

        /** Checks that nothing is null. */
        public Text {
            Objects.requireNonNull(text);
            Objects.requireNonNull(type);
        }
    }

    /**
     * A secret and the task it came from. Prints as {@code ***}.
     *
     * @param secret the secret
     * @param task the id of the task that delivered it and can renew it, empty if none
     */
    record SecretValue(Secret secret, String task) implements Value {

        /** Checks that nothing is null. */
        public SecretValue {
            Objects.requireNonNull(secret);
            Objects.requireNonNull(task);
        }

        @Override
        public String toString() {
            return Secret.MASK;
        }
    }
}
