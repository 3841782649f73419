package org.silkframework.runtime.plugin.types;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A password that is kept encrypted; here, merely encoded. */
public class PasswordParameter {

    private static final String PREAMBLE = "PASSWORD_PARAMETER:";

    private final String encryptedValue;

    public PasswordParameter(String encryptedValue) {
        this.encryptedValue = encryptedValue;
    }

    public static PasswordParameter empty() {
        return new PasswordParameter("");
    }

    public static PasswordParameter encrypt(String text) {
        return new PasswordParameter(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    public String encryptedValue() {
        return encryptedValue;
    }

    public String decryptedString() {
        return encryptedValue == null || encryptedValue.isEmpty()
                ? encryptedValue
                : new String(Base64.getDecoder().decode(encryptedValue), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordParameter that && encryptedValue.equals(that.encryptedValue);
    }

    @Override
    public int hashCode() {
        return encryptedValue.hashCode();
    }

    @Override
    public String toString() {
        return encryptedValue == null || encryptedValue.isEmpty() ? encryptedValue : PREAMBLE + encryptedValue;
    }
}
