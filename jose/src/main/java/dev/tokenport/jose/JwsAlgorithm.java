package dev.tokenport.jose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a JWT is signed (RFC 7518 §3.1, RFC 8037 §3.1). Prints as registered: {@code RS256}, {@code EdDSA}. */
public enum JwsAlgorithm {
    /** RSA, PKCS #1 v1.5, with SHA-256. */
    RS256(Family.RSA, 256),
    /** RSA, PKCS #1 v1.5, with SHA-384. */
    RS384(Family.RSA, 384),
    /** RSA, PKCS #1 v1.5, with SHA-512. */
    RS512(Family.RSA, 512),
    /** RSA, PSS, with SHA-256. */
    PS256(Family.PSS, 256),
    /** RSA, PSS, with SHA-384. */
    PS384(Family.PSS, 384),
    /** RSA, PSS, with SHA-512. */
    PS512(Family.PSS, 512),
    /** ECDSA on the curve P-256. */
    ES256(Family.EC, 256),
    /** ECDSA on the curve P-384. */
    ES384(Family.EC, 384),
    /** ECDSA on the curve P-521. */
    ES512(Family.EC, 512),
    /** Ed25519. */
    EDDSA(Family.ED25519, 512),
    /** HMAC, made with a secret, with SHA-256. */
    HS256(Family.SECRET, 256),
    /** HMAC, made with a secret, with SHA-384. */
    HS384(Family.SECRET, 384),
    /** HMAC, made with a secret, with SHA-512. */
    HS512(Family.SECRET, 512);

    /** What an algorithm signs with. */
    enum Family {
        RSA,
        PSS,
        EC,
        ED25519,
        SECRET
    }

    private final Family family;
    private final int hashBits;

    JwsAlgorithm(Family family, int hashBits) {
        this.family = family;
        this.hashBits = hashBits;
    }

    /** The one that is registered under this name, in any case. */
    public static Optional<JwsAlgorithm> named(String name) {
        String constant = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.name().equals(constant))
                .findFirst();
    }

    /** Whether it takes a secret that both sides know, rather than a private key. */
    public boolean takesSecret() {
        return family == Family.SECRET;
    }

    Family family() {
        return family;
    }

    int hashBits() {
        return hashBits;
    }

    @Override
    public String toString() {
        return this == EDDSA ? "EdDSA" : name();
    }
}
