package dev.tokenport.http.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A private key as it was read, and its certificates. Prints nothing of the key. Immutable.
 *
 * @param key the key
 * @param certificates its certificate and those that lead from it to a CA, empty if there is none
 */
public record KeyMaterial(PrivateKey key, List<X509Certificate> certificates) {

    /** Copies the list. */
    public KeyMaterial {
        Objects.requireNonNull(key);
        certificates = List.copyOf(certificates);
    }

    /** The kind of key and the number of certificates. */
    @Override
    public String toString() {
        return "KeyMaterial[" + key.getAlgorithm() + ", " + certificates.size() + " certificates]";
    }
}
