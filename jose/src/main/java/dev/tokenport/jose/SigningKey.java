package dev.tokenport.jose;

import dev.tokenport.http.key.KeyFile;
import java.util.Objects;
import java.util.Optional;

/**
 * A private key to sign JWTs with, as it was registered. Prints the path and the names. Immutable.
 *
 * @param file where the key stands
 * @param keyId the {@code kid} of the header (RFC 7515 §4.1.4), empty for none
 * @param algorithm the {@code alg} of the header, none that takes a secret; empty for what fits the key: {@code RS256} for
 *     RSA, {@code PS256} for RSASSA-PSS, that of the curve for EC, {@code EdDSA} for Ed25519
 */
public record SigningKey(KeyFile file, Optional<String> keyId, Optional<JwsAlgorithm> algorithm) {

    /** Checks that nothing is null. */
    public SigningKey {
        Objects.requireNonNull(file);
        Objects.requireNonNull(keyId);
        Objects.requireNonNull(algorithm);
    }

    /** A key without a name, with the algorithm that fits it. */
    public static SigningKey of(KeyFile file) {
        return new SigningKey(file, Optional.empty(), Optional.empty());
    }

    /**
     * Reads the key now.
     *
     * @throws dev.tokenport.http.key.KeyFileException if there is no such key, or it does not fit the algorithm
     */
    public JwtSigner read() {
        return JwtSigner.of(this);
    }
}
