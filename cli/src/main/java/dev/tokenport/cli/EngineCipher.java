package dev.tokenport.cli;

import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.workflow.engine.PayloadCipher;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Encrypts what an engine keeps with the keys of a file. Thread-safe. */
record EngineCipher(OctetCipher keys) implements PayloadCipher {

    /** The cipher with the keys of the file that is named, without which there is none. */
    static EngineCipher of(Optional<Path> named) {
        return new EngineCipher(keysOf(named));
    }

    /** The keys that all is encrypted with that an engine or a store keeps. */
    static OctetCipher keysOf(Optional<Path> named) {
        Path file = named.orElseThrow(
                () -> CommandException.refused("the engine keeps what tasks hand over, so it is encrypted:"
                        + " name a key file with --key-file or " + KeyFileOption.VARIABLE
                        + "; 'tokenport keygen' makes one"));
        try {
            return OctetCipher.read(file);
        } catch (KeyFileException e) {
            throw CommandException.refused(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
        return keys.encrypt(plain, context);
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return keys.decrypt(sealed, context);
    }
}
