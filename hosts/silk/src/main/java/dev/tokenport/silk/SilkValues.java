package dev.tokenport.silk;

import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import org.silkframework.execution.AbortExecutionException;
import org.silkframework.runtime.plugin.types.PasswordParameter;

/** The values of parameters, from Silk's types to ours. Stateless. */
final class SilkValues {

    private SilkValues() {}

    /** Whether a value of {@link HostedTask#values} is an empty text. */
    static boolean isEmpty(Object value) {
        return value instanceof PasswordParameter password
                ? password.encryptedValue() == null || password.encryptedValue().isEmpty()
                : value.toString().isEmpty();
    }

    /** A value in its text form; what is a password there is a secret here, decrypted at each use. */
    static RawValue raw(Object value) {
        return value instanceof PasswordParameter password
                ? new RawValue.Scalar(Value.of(Secret.from("a password in Silk", () -> decrypted(password))))
                : RawValue.of(value.toString());
    }

    private static String decrypted(PasswordParameter password) {
        try {
            return password.decryptedString();
        } catch (AbortExecutionException e) {
            throw new SecretUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }
}
