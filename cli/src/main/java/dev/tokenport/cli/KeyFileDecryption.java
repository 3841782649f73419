package dev.tokenport.cli;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.LiteralCipher;
import dev.tokenport.secret.Decryption;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decrypts with the keys of a file, which is read when a literal first needs it. Thread-safe. */
final class KeyFileDecryption implements Decryption {

    private final Path file;
    private @Nullable LiteralCipher cipher;

    KeyFileDecryption(Path file) {
        this.file = file;
    }

    @Override
    public String decrypt(Reference literal, Optional<String> workflow) {
        try {
            return cipher().decrypt(literal, workflow);
        } catch (KeyFileException e) {
            throw new SecretUnavailableException(literal + ": " + e.getMessage(), e);
        }
    }

    private synchronized LiteralCipher cipher() throws KeyFileException {
        if (cipher == null) {
            cipher = KeyFile.read(file);
        }
        return cipher;
    }
}
