package dev.tokenport.http.key;

import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a private key stands, with its certificates where it has some: a PEM file (PKCS#8, plain or encrypted; RFC 7468,
 * RFC 5958; PKCS#1 and SEC 1, plain) or a PKCS#12 file (RFC 7292), told apart by their content. A source rather than a key: read whenever it is needed, so a changed file is
 * picked up. Prints the path. Immutable.
 *
 * @param file the file with the key
 * @param certificates a PEM file with the key's certificate and those that lead from it to a CA, in this order, where they
 *     do not stand in the file of the key
 * @param password what the key is encrypted with; empty for none
 */
public record KeyFile(Path file, Optional<Path> certificates, Optional<Secret> password) {

    private static final String ROLE = "key file";

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
     * Reads the key now, and its certificates.
     *
     * @throws KeyFileException if there is no such key, or the certificates are not its own; the message names the path and
     *     what is wrong, never the content
     */
    public KeyMaterial read() {
        var content = FileContent.of(ROLE, file);
        if (certificates.isEmpty()) {
            return Chain.checked(whole(content), content);
        }
        var separate = FileContent.of("certificate file", certificates.get());
        var own = Pkcs12.looksLike(separate.bytes())
                ? whole(separate).certificates()
                : PemCertificates.required(separate);
        return Chain.checked(new KeyMaterial(whole(content).key(), own), separate);
    }

    /**
     * Reads the certificates now, and their key: if a key stands in the file of the certificates, as always in PKCS#12, that
     * one, so that one client may sign with one key and connect with another.
     *
     * @throws KeyFileException as above
     */
    public KeyMaterial readCertified() {
        if (certificates.isPresent()) {
            var separate = FileContent.of("certificate file", certificates.get());
            if (holdsKey(separate)) {
                return Chain.checked(whole(separate), separate);
            }
        }
        KeyMaterial material = read();
        if (material.certificates().isEmpty()) {
            throw FileContent.of(ROLE, file).fault("has no certificate beside the private key");
        }
        return material;
    }

    private KeyMaterial whole(FileContent content) {
        if (content.isBlank()) {
            throw content.fault("is empty");
        }
        if (Pkcs12.looksLike(content.bytes())) {
            return Pkcs12.material(content, password);
        }
        Binary.refuse(content);
        Pem pem = content.pem();
        return new KeyMaterial(new PemKey(content, password).in(pem), PemCertificates.in(pem, content));
    }

    private static boolean holdsKey(FileContent content) {
        return Pkcs12.looksLike(content.bytes()) || !content.pem().privateKeys().isEmpty();
    }

    /** The path only. */
    @Override
    public String toString() {
        return "KeyFile[" + file + "]";
    }
}
