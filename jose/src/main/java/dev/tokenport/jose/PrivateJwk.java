package dev.tokenport.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a private key of the curve P-256 is made, read and written as a JWK (RFC 7517). */
final class PrivateJwk {

    private static final byte[] SAMPLE = {1, 2, 3};

    private PrivateJwk() {}

    static ECKey generated() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    /** The key without whatever else the text says. */
    static ECKey read(String text) {
        JWK jwk = parsed(text);
        if (!(jwk instanceof ECKey key) || !key.getCurve().equals(Curve.P_256)) {
            throw new IllegalArgumentException("is not a key of the curve P-256 (\"kty\":\"EC\", \"crv\":\"P-256\")");
        }
        if (key.getD() == null) {
            throw new IllegalArgumentException("is a public key; the private one is needed (the member 'd')");
        }
        if (!belongTogether(key)) {
            throw new IllegalArgumentException("has a private key ('d') that does not fit its public one ('x', 'y')");
        }
        return new ECKey.Builder(Curve.P_256, key.getX(), key.getY())
                .d(key.getD())
                .build();
    }

    static String written(ECKey key) {
        return key.toJSONString();
    }

    // The library's own words may repeat what they are about.
    @SuppressWarnings("UnusedException")
    private static JWK parsed(String text) {
        try {
            @Nullable Map<String, Object> members = JSONObjectUtils.parse(text.strip());
            if (members == null) {
                // Of what begins with null the library makes nothing.
                throw new IllegalArgumentException("is not a JWK (RFC 7517)");
            }
            return JWK.parse(members);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException("is not a JWK (RFC 7517)");
        }
    }

    private static boolean belongTogether(ECKey key) {
        try {
            var header = new JWSHeader(JWSAlgorithm.ES256);
            return new ECDSAVerifier(key).verify(header, SAMPLE, new ECDSASigner(key).sign(header, SAMPLE));
        } catch (JOSEException e) {
            return false;
        }
    }
}
