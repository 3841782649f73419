package dev.tokenport.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import dev.tokenport.secret.Decryption;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Encrypts secrets into literals with the keys of a file, and decrypts them. Prints no key. Thread-safe. */
public final class LiteralCipher implements Decryption {

    private final Path file;
    private final KeysetHandle keys;
    private final Aead aead;

    LiteralCipher(Path file, KeysetHandle keys) throws KeyFileException {
        this.file = file;
        this.keys = keys;
        try {
            this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFileException("the key file '" + file + "' has no key that can be used", e);
        }
    }

    /**
     * Encrypts a secret with the primary key; the same secret gives another literal each time.
     *
     * @param secret the text, not empty
     */
    public Reference encrypt(String secret, Scope scope) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("an empty secret is not encrypted");
        }
        try {
            byte[] ciphertext = aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), Literal.associatedData(scope));
            return new Reference(
                    Reference.Kind.ENCRYPTED, Literal.of(scope, ciphertext).text());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret cannot be encrypted", e);
        }
    }

    @Override
    public String decrypt(Reference reference, Optional<String> workflow) {
        Literal literal = literal(reference);
        return decrypt(reference, literal, scope(reference, literal, workflow));
    }

    /**
     * Encrypts what a literal holds with the primary key, for where the literal is for.
     *
     * @return the reference itself if the primary key has encrypted it
     * @throws SecretUnavailableException if it cannot be decrypted
     */
    public Reference renew(Reference reference, Optional<String> workflow) {
        Literal literal = literal(reference);
        Scope scope = scope(reference, literal, workflow);
        String secret = decrypt(reference, literal, scope);
        return literal.keyId() == keys.getPrimary().getId() ? reference : encrypt(secret, scope);
    }

    private static Literal literal(Reference reference) {
        return Literal.parse(reference.name())
                .orElseThrow(() -> new SecretUnavailableException(
                        reference + " is not what 'tokenport encrypt' prints; encrypt the secret again"));
    }

    private static Scope scope(Reference reference, Literal literal, Optional<String> workflow) {
        return literal.scopeIn(workflow)
                .orElseThrow(() -> new SecretUnavailableException(reference + " was made for another workflow"
                        + workflow.map(name -> " than '" + name + "'")
                                .orElse("; what is used outside of one is made with --any-workflow")));
    }

    private String decrypt(Reference reference, Literal literal, Scope scope) {
        if (!hasKey(literal.keyId())) {
            throw new SecretUnavailableException(
                    reference + " was made with a key that is not in the key file '" + file + "'");
        }
        try {
            byte[] secret = aead.decrypt(literal.ciphertext(), Literal.associatedData(scope));
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretUnavailableException(reference + " was altered; encrypt the secret again", e);
        }
    }

    private boolean hasKey(int id) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.getAt(i).getId() == id) {
                return true;
            }
        }
        return false;
    }

    /** The file, never a key. */
    @Override
    public String toString() {
        return "LiteralCipher[" + file + "]";
    }
}
