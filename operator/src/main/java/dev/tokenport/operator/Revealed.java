package dev.tokenport.operator;

import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** The secrets that were revealed for plain parameters; keeps them out of what is said about these. For one thread. */
final class Revealed {

    private final List<String> texts = new ArrayList<>();

    /** Adds what is secret in a raw value. */
    void add(RawValue raw) {
        if (raw instanceof RawValue.Mapping mapping) {
            mapping.entries().values().forEach(this::add);
        } else if (raw instanceof RawValue.Scalar scalar && scalar.value() instanceof SecretValue value) {
            try {
                texts.add(value.secret().reveal());
            } catch (SecretUnavailableException e) {
                // Nothing was revealed; the binding reports why.
                return;
            }
        }
    }

    /** The text without the secrets. */
    String redact(String text) {
        var redactor = new Redactor();
        texts.forEach(redactor::add);
        return redactor.redact(text);
    }
}
