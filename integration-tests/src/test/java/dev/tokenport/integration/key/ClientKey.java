package dev.tokenport.integration.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.tokenport.jose.JwsAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A new key pair of a client, which lives as long as the tests. Immutable.
 *
 * @param pair the keys
 */
public record ClientKey(KeyPair pair) {

    private static final int ED25519_OCTETS = 32;

    /** A key that fits the algorithm. */
    public static ClientKey fitting(JwsAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256, RS384, RS512, PS256, PS384, PS512 -> rsa(2048);
            case ES256 -> ec("secp256r1");
            case ES384 -> ec("secp384r1");
            case ES512 -> ec("secp521r1");
            case EDDSA -> generated(generator("Ed25519"));
            case HS256, HS384, HS512 -> throw new IllegalArgumentException(algorithm + " takes a secret");
        };
    }

    /** An RSA key. */
    public static ClientKey rsa(int bits) {
        KeyPairGenerator generator = generator("RSA");
        generator.initialize(bits);
        return generated(generator);
    }

    /** An EC key. */
    public static ClientKey ec(String curve) {
        KeyPairGenerator generator = generator("EC");
        try {
            generator.initialize(new ECGenParameterSpec(curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return generated(generator);
    }

    /** The private key as PEM (PKCS#8). */
    public String pem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** Writes the private key into a new file, PEM. */
    public Path write(Path file) throws IOException {
        return Files.writeString(file, pem(), StandardCharsets.US_ASCII);
    }

    /** The public key as a JWK for signatures, as a client registers it. */
    public JWK jwk(String id) {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).keyID(id).keyUse(KeyUse.SIGNATURE).build();
        }
        if (pair.getPublic() instanceof ECPublicKey ec) {
            return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .build();
        }
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .build();
    }

    /** A set with the public key alone, as JSON, that names the algorithm. */
    public String jwks(String id, JwsAlgorithm algorithm) {
        String set = new JWKSet(jwk(id)).toString();
        return set.replaceFirst("\\{\"kty\"", "{\"alg\":\"" + algorithm + "\",\"kty\"");
    }

    /** Octets as PEM (RFC 7468). */
    public static String pem(String label, byte[] octets) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(octets);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static KeyPairGenerator generator(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClientKey generated(KeyPairGenerator generator) {
        return new ClientKey(generator.generateKeyPair());
    }
}
