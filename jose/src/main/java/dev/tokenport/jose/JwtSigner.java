package dev.tokenport.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.http.key.KeyMaterial;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs JWTs with one key. Prints nothing of the key. Thread-safe. */
public final class JwtSigner {

    private final JWSSigner signer;
    private final JWSHeader header;
    private final String fingerprint;

    private JwtSigner(JWSSigner signer, JWSHeader header, byte[] key) {
        this.signer = signer;
        this.header = header;
        this.fingerprint = KeyPrint.of(header.toString(), key);
    }

    static JwtSigner of(SigningKey key) {
        KeyMaterial material = key.file().read();
        try {
            JwsAlgorithm algorithm = FittingAlgorithm.of(material.key(), key.algorithm());
            JWSHeader.Builder header = header(algorithm);
            name(key, material, header);
            var signer = new JwtSigner(signer(material.key(), algorithm), header.build(), encoded(material.key()));
            signer.tryOut();
            return signer;
        } catch (IllegalArgumentException e) {
            throw fault(key, e.getMessage(), e);
        } catch (JOSEException e) {
            throw fault(key, "holds a key that cannot sign: its numbers do not belong together", e);
        }
    }

    /**
     * A signer with a client secret (HMAC, RFC 7518 §3.2).
     *
     * @param secret the secret; its UTF-8 octets are the key
     * @param algorithm {@code HS256}, {@code HS384} or {@code HS512}; empty for {@code HS256}
     * @throws IllegalArgumentException if the secret is too short for the algorithm; the message may be shown, behind the
     *     name of the secret
     */
    public static JwtSigner ofSecret(String secret, Optional<JwsAlgorithm> algorithm) {
        JwsAlgorithm chosen = algorithm.orElse(JwsAlgorithm.HS256);
        byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
        if (octets.length * Byte.SIZE < chosen.hashBits()) {
            throw new IllegalArgumentException("is shorter than the " + chosen.hashBits() / Byte.SIZE + " octets that "
                    + chosen + " needs (RFC 7518 §3.2)");
        }
        try {
            return new JwtSigner(new MACSigner(octets), header(chosen).build(), octets);
        } catch (JOSEException e) {
            throw new IllegalStateException("a secret of " + octets.length + " octets is refused", e);
        }
    }

    /**
     * A signed JWT, with a new {@code jti} each time. It has no {@code nbf}: a server whose clock is behind would refuse it.
     *
     * @param claims what it says
     * @param now when it is issued
     */
    public String sign(JwtClaims claims, Instant now) {
        var set = new JWTClaimsSet.Builder()
                .issuer(claims.issuer())
                .subject(claims.subject())
                .audience(claims.audience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(claims.lifetime())))
                .jwtID(UUID.randomUUID().toString());
        claims.others().forEach(set::claim);
        var jwt = new SignedJWT(header, set.build());
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the key has signed before, and does not any more", e);
        }
        return jwt.serialize();
    }

    /** What tells this key from others within this process; nothing of it can be derived from it. */
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return "JwtSigner[" + header.getAlgorithm() + "]";
    }

    private static KeyFileException fault(SigningKey key, @Nullable String what, Exception cause) {
        return new KeyFileException("key file '" + key.file().file() + "': " + what, cause);
    }

    private static JWSHeader.Builder header(JwsAlgorithm algorithm) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.toString())).type(JOSEObjectType.JWT);
    }

    /**
     * By which name the server finds the key: its id, else its certificate. Not both: a server may take all names for
     * conditions, and find no key that it knows by the id alone.
     */
    private static void name(SigningKey key, KeyMaterial material, JWSHeader.Builder header) {
        if (key.keyId().isPresent()) {
            header.keyID(key.keyId().get());
        } else if (!material.certificates().isEmpty()) {
            CertificateThumbprint.add(header, material.certificates().get(0));
        }
    }

    private static JWSSigner signer(PrivateKey key, JwsAlgorithm algorithm) throws JOSEException {
        return switch (algorithm.family()) {
            case RSA, PSS -> new RSASSASigner(key);
            case EC -> new ECDSASigner((ECPrivateKey) key);
            case ED25519 -> new Ed25519Signer(key);
            case SECRET -> throw new IllegalArgumentException("a secret is no private key");
        };
    }

    private static byte[] encoded(PrivateKey key) {
        return Optional.ofNullable(key.getEncoded())
                .orElseThrow(() -> new IllegalArgumentException("holds a key that stays in its device"));
    }

    /** Signs once, so that a damaged key is found before anything is sent. */
    private void tryOut() throws JOSEException {
        signer.sign(header, new byte[1]);
    }
}
