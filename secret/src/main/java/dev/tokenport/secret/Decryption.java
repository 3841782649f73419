package dev.tokenport.secret;

import java.util.Optional;

/** Where {@code encrypted:LITERAL} leads. Thread-safe. */
@FunctionalInterface
public interface Decryption {

    /**
     * The text that a literal holds.
     *
     * @param literal the reference with the literal
     * @param workflow the name of the workflow it stands in, empty if it stands in none
     * @throws SecretUnavailableException if it cannot be decrypted
     */
    String decrypt(Reference literal, Optional<String> workflow);

    /** Decrypts nothing. */
    static Decryption withoutKey() {
        return (literal, workflow) -> {
            throw new SecretUnavailableException(
                    literal + " needs a key file; name it with --key-file or TOKENPORT_KEY_FILE");
        };
    }
}
