package dev.tokenport.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * The key that tokens are bound to, and that makes the proofs of its possession (RFC 9449): EC P-256, for ES256. Prints
 * nothing of it. Thread-safe.
 */
public final class DpopKey {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final ECKey key;
    private final JWSHeader header;
    private final String thumbprint;

    private DpopKey(ECKey key) throws JOSEException {
        ECKey shown = new ECKey.Builder(key.getCurve(), key.getX(), key.getY()).build();
        this.key = key;
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).jwk(shown).build();
        this.thumbprint = key.computeThumbprint().toString();
    }

    /** A new key, which lives only here. */
    public static DpopKey generate() {
        try {
            return new DpopKey(PrivateJwk.generated());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has EC P-256", e);
        }
    }

    /**
     * A key that was handed over.
     *
     * @param jwk a private JWK (RFC 7517) of the curve P-256, as {@link #secret} gives it
     * @throws IllegalArgumentException if it is no such key; the message is a predicate to be put behind the name of the
     *     option, and may be shown
     * @throws dev.tokenport.secret.SecretUnavailableException if it cannot be read
     */
    public static DpopKey of(Secret jwk) {
        try {
            return new DpopKey(PrivateJwk.read(jwk.reveal()));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has EC P-256", e);
        }
    }

    /** The private JWK, to hand it to those who use the token. */
    public Secret secret() {
        return Secret.of(PrivateJwk.written(key));
    }

    /** Makes the redactor know the private key, as a JWK and by itself. */
    public void register(Redactor redactor) {
        redactor.add(PrivateJwk.written(key));
        redactor.add(key.getD().toString());
    }

    /** The thumbprint of the public key (RFC 7638), which the token is bound to. */
    public String thumbprint() {
        return thumbprint;
    }

    /**
     * The value of the header {@code DPoP} of one request (RFC 9449 §4.2), another one each time.
     *
     * @param method the request's method
     * @param url the request's URL; query and fragment do not count
     * @param now when it is issued
     * @param nonce what the server wants to see in it, empty for nothing
     * @param accessToken the token that goes along, empty for a token request
     */
    public String proof(String method, URI url, Instant now, Optional<String> nonce, Optional<String> accessToken) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", TargetUri.of(url))
                .issueTime(Date.from(now));
        nonce.ifPresent(wanted -> claims.claim("nonce", wanted));
        accessToken.ifPresent(token -> claims.claim("ath", hash(token)));
        try {
            JWSSigner signer = new ECDSASigner(key);
            var proof = new SignedJWT(header, claims.build());
            proof.sign(signer);
            return proof.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with ES256", e);
        }
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
            return Base64URL.encode(digest).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return Secret.MASK;
    }
}
