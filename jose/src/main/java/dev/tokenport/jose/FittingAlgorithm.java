package dev.tokenport.jose;

import com.nimbusds.jose.jwk.Curve;
import dev.tokenport.jose.JwsAlgorithm.Family;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** Which algorithms fit which private key (RFC 7518 §3.3 to §3.5, RFC 8037 §3.1). */
final class FittingAlgorithm {

    private static final int SHORTEST_RSA = 2048;
    private static final String PSS = "RSASSA-PSS";
    private static final String ED25519 = "Ed25519";

    private FittingAlgorithm() {}

    /**
     * The algorithm asked for, else the one that fits the key.
     *
     * @throws IllegalArgumentException if there is none; the message goes behind the name of the key's place
     */
    static JwsAlgorithm of(PrivateKey key, Optional<JwsAlgorithm> asked) {
        if (key instanceof RSAKey rsa) {
            return rsa(key, rsa, asked);
        }
        if (key instanceof ECPrivateKey ec) {
            return ec(ec, asked);
        }
        if (key instanceof EdECPrivateKey ed && ed.getParams().getName().equals(ED25519)) {
            return only(JwsAlgorithm.EDDSA, "an Ed25519 key", asked);
        }
        String kind = key instanceof EdECPrivateKey ed ? ed.getParams().getName() : key.getAlgorithm();
        throw new IllegalArgumentException(
                "holds a key of the kind " + kind + "; JWTs are signed with RSA, EC and Ed25519 keys");
    }

    private static JwsAlgorithm rsa(PrivateKey key, RSAKey rsa, Optional<JwsAlgorithm> asked) {
        boolean pssOnly = key.getAlgorithm().equals(PSS);
        String kind = pssOnly ? "an RSASSA-PSS key" : "an RSA key";
        JwsAlgorithm chosen = asked.orElseGet(() -> pssOnly ? pss(rsa) : JwsAlgorithm.RS256);
        if (chosen.family() != Family.PSS && (pssOnly || chosen.family() != Family.RSA)) {
            throw unfit(kind, chosen, pssOnly ? "PS256 to PS512" : "RS256 to RS512 and PS256 to PS512");
        }
        if (pssOnly && rsa.getParams() != null && chosen != pss(rsa)) {
            throw unfit(kind + " that is bound to one hash", chosen, pss(rsa).toString());
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < SHORTEST_RSA) {
            throw new IllegalArgumentException("holds " + kind + " of " + bits + " bits; " + chosen + " needs at least "
                    + SHORTEST_RSA + " (RFC 7518 §3.3)");
        }
        return chosen;
    }

    /** What a key allows that may be bound to one hash (RFC 4055 §3.1). */
    private static JwsAlgorithm pss(RSAKey key) {
        if (key.getParams() instanceof PSSParameterSpec bound) {
            return JwsAlgorithm.named(bound.getDigestAlgorithm().replace("SHA-", "PS"))
                    .orElseThrow(() -> new IllegalArgumentException("holds an RSASSA-PSS key that is bound to "
                            + bound.getDigestAlgorithm() + "; PS256 to PS512 need SHA-256 to SHA-512"));
        }
        return JwsAlgorithm.PS256;
    }

    private static JwsAlgorithm ec(ECPrivateKey key, Optional<JwsAlgorithm> asked) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        if (Curve.P_256.equals(curve)) {
            return only(JwsAlgorithm.ES256, "an EC key on the curve P-256", asked);
        } else if (Curve.P_384.equals(curve)) {
            return only(JwsAlgorithm.ES384, "an EC key on the curve P-384", asked);
        } else if (Curve.P_521.equals(curve)) {
            return only(JwsAlgorithm.ES512, "an EC key on the curve P-521", asked);
        }
        throw new IllegalArgumentException(
                "holds an EC key on another curve than P-256, P-384 and P-521, which ES256 to ES512 need");
    }

    private static JwsAlgorithm only(JwsAlgorithm fitting, String kind, Optional<JwsAlgorithm> asked) {
        if (asked.isPresent() && asked.get() != fitting) {
            throw unfit(kind, asked.get(), fitting.toString());
        }
        return fitting;
    }

    private static IllegalArgumentException unfit(String kind, JwsAlgorithm chosen, String fitting) {
        return new IllegalArgumentException(
                "holds " + kind + ", which does not fit the algorithm '" + chosen + "'; what fits is " + fitting);
    }
}
