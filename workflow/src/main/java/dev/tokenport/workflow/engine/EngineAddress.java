package dev.tokenport.workflow.engine;

import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine is, and how to reach it. Immutable.
 *
 * @param target {@code HOST:PORT}
 * @param namespace the namespace of the runs
 * @param queue the queue from which workers take tasks that name no other
 * @param tls how the connection is secured, empty for none
 * @param apiKey the key that a hosted engine wants
 * @param cipher encrypts all that the engine keeps
 */
public record EngineAddress(
        String target,
        String namespace,
        String queue,
        Optional<Tls> tls,
        Optional<Secret> apiKey,
        PayloadCipher cipher) {

    /**
     * How a connection is secured.
     *
     * @param authorities a file with the certificates of the authorities that are trusted, PEM; empty for those of Java
     * @param certificate a file with the certificate chain of this client, PEM
     * @param key a file with its private key, PKCS#8 in PEM
     */
    public record Tls(Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key) {

        /** Checks that there is a key to a certificate. */
        public Tls {
            if (certificate.isPresent() != key.isPresent()) {
                throw new IllegalArgumentException("a client's certificate and its key belong together");
            }
        }
    }
}
