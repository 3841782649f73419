package dev.tokenport.jose;

import java.time.Instant;
import java.util.Optional;

/** Signs JWTs with one key. Prints nothing of the key. Thread-safe. */
public final class JwtSigner {

    private JwtSigner() {}

    static JwtSigner of(SigningKey key) {
        throw new UnsupportedOperationException("signing with " + key);
    }

    /**
     * A signer with a client secret (HMAC, RFC 7518 §3.2).
     *
     * @param secret the secret; its UTF-8 octets are the key
     * @param algorithm {@code HS256}, {@code HS384} or {@code HS512}; empty for {@code HS256}
     * @throws IllegalArgumentException if the secret is too short for the algorithm; the message may be shown
     */
    public static JwtSigner ofSecret(String secret, Optional<String> algorithm) {
        throw new UnsupportedOperationException("signing with a secret of " + secret.length() + algorithm);
    }

    /**
     * A signed JWT, with a new {@code jti} each time.
     *
     * @param claims what it says
     * @param now when it is issued
     */
    public String sign(JwtClaims claims, Instant now) {
        throw new UnsupportedOperationException("signing " + claims + now);
    }

    /** What tells this key from others; nothing of it can be derived from it. */
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return "JwtSigner";
    }
}
