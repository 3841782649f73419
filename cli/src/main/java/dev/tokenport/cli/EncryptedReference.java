package dev.tokenport.cli;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.LiteralCipher;
import dev.tokenport.encryption.Scope;
import java.nio.file.Path;

/** A reference that holds a secret, encrypted. */
final class EncryptedReference {

    private EncryptedReference() {}

    /** The reference as it stands in a workflow file. */
    static String of(String secret, Scope scope, LiteralCipher cipher) {
        return "${encrypted:" + cipher.encrypt(secret, scope).name() + "}";
    }

    /**
     * What encrypts.
     *
     * @throws CommandException if the key file cannot be read
     */
    static LiteralCipher cipher(Path keyFile) {
        try {
            return KeyFile.read(keyFile);
        } catch (KeyFileException e) {
            throw CommandException.refused(String.valueOf(e.getMessage()), e);
        }
    }
}
