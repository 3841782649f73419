package dev.tokenport.operator;

import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.SecretUnavailableException;

/** The secrets that were revealed for plain parameters; keeps them out of what is said about these. For one thread. */
final class Revealed {

    private final Redactor redactor = new Redactor();
    private boolean any;

    /** Adds what is secret in a raw value. */
    void add(RawValue raw) {
        if (raw instanceof RawValue.Mapping mapping) {
            mapping.entries().values().forEach(this::add);
        } else if (raw instanceof RawValue.Scalar scalar && scalar.value() instanceof SecretValue value) {
            try {
                redactor.add(value.secret().reveal());
                any = true;
            } catch (SecretUnavailableException e) {
                // Nothing was revealed; the binding reports why.
                return;
            }
        }
    }

    /** The text without the secrets. */
    String redact(String text) {
        return any ? redactor.redact(text) : text;
    }
}
