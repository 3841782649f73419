package dev.tokenport.oauth2;

import java.util.Locale;

/** How client id and secret are written into {@code client_secret_basic}. Prints in lower case. */
public enum SecretEncoding {
    /** Both form-encoded before Base64, as RFC 6749 §2.3.1 demands; the default. */
    FORM,
    /** As they are, in UTF-8, for servers that do not decode; a client id with a colon cannot be written so. */
    RAW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
