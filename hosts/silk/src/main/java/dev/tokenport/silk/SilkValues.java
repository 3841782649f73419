package dev.tokenport.silk;

import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import org.silkframework.runtime.plugin.types.PasswordParameter;

/** The values of parameters, from Silk's types to ours. Stateless. */
final class SilkValues {

    private SilkValues() {}

    /** Whether a value of {@link HostedTask#values} is one: an empty text is none. */
    static boolean isGiven(Object value) {
        return value instanceof PasswordParameter password
                ? password.encryptedValue() != null
                        && !password.encryptedValue().isEmpty()
                : !value.toString().isEmpty();
    }

    /** A value in its text form; what is a password there is a secret here. It is decrypted at each use. */
    static RawValue raw(Object value) {
        return value instanceof PasswordParameter password
                ? new RawValue.Scalar(Value.of(Secret.from("a password in Silk", password::decryptedString)))
                : RawValue.of(value.toString());
    }
}
