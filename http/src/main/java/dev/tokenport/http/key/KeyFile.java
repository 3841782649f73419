package dev.tokenport.http.key;

import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a private key stands, with its certificates where it has some: a PEM file (PKCS#8, plain or encrypted; RFC 7468,
 * RFC 5958) or a PKCS#12 file (RFC 7292). A source rather than a key: read whenever it is needed, so a changed file is
 * picked up. Prints the path. Immutable.
 *
 * @param file the file with the key
 * @param certificates a PEM file with the key's certificate and those that lead from it to a CA, in this order, where they
 *     do not stand in the file of the key
 * @param password what the key is encrypted with; empty for none
 */
public record KeyFile(Path file, Optional<Path> certificates, Optional<Secret> password) {

    /** Checks that nothing is null. */
    public KeyFile {
        Objects.requireNonNull(file);
        Objects.requireNonNull(certificates);
        Objects.requireNonNull(password);
    }

    /** A file without a password. */
    public static KeyFile of(Path file) {
        return new KeyFile(file, Optional.empty(), Optional.empty());
    }

    /**
     * Reads the key now.
     *
     * @throws KeyFileException if there is no such key; the message names the path and what is wrong, never the content
     */
    public KeyMaterial read() {
        throw new KeyFileException(file + " cannot be read", null);
    }

    /** The path only. */
    @Override
    public String toString() {
        return "KeyFile[" + file + "]";
    }
}
