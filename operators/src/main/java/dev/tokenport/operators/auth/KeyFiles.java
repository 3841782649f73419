package dev.tokenport.operators.auth;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.operator.OperatorException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the keys of a client stand. Nothing is read.
 *
 * @param signing the key for assertions
 * @param certificate the certificate with its key
 * @param keys the parameters
 */
record KeyFiles(Optional<SigningKey> signing, Optional<KeyFile> certificate, ClientKeys keys) {

    static KeyFiles of(ClientKeys keys, Path folder) throws OperatorException {
        Optional<Path> key = path("oauth_key_file", keys.file(), folder);
        Optional<Path> certificates = path("oauth_certificate_file", keys.certificateFile(), folder);
        Optional<SigningKey> signing = key.map(file -> new SigningKey(
                new KeyFile(file, Optional.empty(), keys.password()), named(keys.id()), named(keys.algorithm())));
        Optional<KeyFile> certificate =
                certificates.map(file -> key.map(own -> new KeyFile(own, certificates, keys.password()))
                        .orElseGet(() -> new KeyFile(file, Optional.empty(), keys.password())));
        return new KeyFiles(signing, certificate, keys);
    }

    /** The same where the key signs the grant, not the client's own assertion. */
    KeyFiles withoutSigning() {
        return new KeyFiles(Optional.empty(), certificate, keys);
    }

    void addTo(TokenRequestBuilder builder) {
        builder.assertionAudience(keys.audience());
        signing.ifPresent(builder::signingKey);
        certificate.ifPresent(builder::clientCertificate);
    }

    /** The path that a parameter names, if it names one. */
    static Optional<Path> path(String parameter, String text, Path folder) throws OperatorException {
        try {
            return named(text).map(folder::resolve);
        } catch (InvalidPathException e) {
            throw new OperatorException(parameter + " '" + text + "' is not a path", e);
        }
    }

    private static Optional<String> named(String text) {
        return Optional.of(text).filter(given -> !given.isBlank());
    }
}
