package dev.tokenport.operator.host;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.Map;

/** Tells the redactor which secrets a run knows. Thread-safe. */
public final class KnownSecrets {

    private final Redactor redactor;

    /** Tells this redactor. */
    public KnownSecrets(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The secrets among these values, and what stands in a password in the clear. */
    public void add(Map<String, RawValue> values, ParameterList parameters) {
        values.forEach((address, value) -> {
            add(value);
            boolean password = parameters
                    .find(address)
                    .map(ParameterDescription::type)
                    .filter(ParameterType.PasswordType.class::isInstance)
                    .isPresent();
            if (password && value instanceof RawValue.Scalar scalar && scalar.value() instanceof Value.Text text) {
                redactor.add(text.text());
            }
        });
    }

    /** The secrets of an entity. */
    public void add(Entity entity) {
        entity.values().forEach(column -> column.forEach(this::add));
    }

    private void add(RawValue value) {
        if (value instanceof RawValue.Scalar scalar) {
            add(scalar.value());
        } else if (value instanceof RawValue.Mapping mapping) {
            mapping.entries().values().forEach(this::add);
        }
    }

    private void add(Value value) {
        if (value instanceof Value.SecretValue secret) {
            try {
                redactor.add(secret.secret().reveal());
            } catch (SecretUnavailableException unknown) {
                // What cannot be read cannot be shown; whoever needs it reports it.
                return;
            }
        }
    }
}
