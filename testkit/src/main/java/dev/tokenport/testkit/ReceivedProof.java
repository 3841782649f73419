package dev.tokenport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DPoP proof (RFC 9449) as a server reads it, with nothing but the JDK: neither the library that made it nor our own code.
 * Immutable.
 */
public final class ReceivedProof {

    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|(\\d+))");
    private static final Pattern JWK = Pattern.compile("\"jwk\":(\\{[^}]*})");

    private final String signed;
    private final byte[] signature;
    private final Map<String, String> header;
    private final Map<String, String> claims;
    private final Map<String, String> jwk;

    private ReceivedProof(
            String signed,
            byte[] signature,
            Map<String, String> header,
            Map<String, String> claims,
            Map<String, String> jwk) {
        this.signed = signed;
        this.signature = signature;
        this.header = header;
        this.claims = claims;
        this.jwk = jwk;
    }

    /** The proof in the header {@code DPoP} of a request. */
    public static ReceivedProof in(RecordedRequest request) {
        return of(request.headers().first("DPoP").orElseThrow(() -> new IllegalArgumentException("there is no proof")));
    }

    /** Takes a proof apart. */
    public static ReceivedProof of(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
        Matcher jwk = JWK.matcher(header);
        Map<String, String> key = jwk.find() ? json(jwk.group(1)) : Map.of();
        Map<String, String> rest = new LinkedHashMap<>(json(JWK.matcher(header).replaceFirst("\"jwk\":\"\"")));
        return new ReceivedProof(
                parts[0] + "." + parts[1],
                Base64.getUrlDecoder().decode(parts[2]),
                rest,
                json(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)),
                key);
    }

    /** The members of the header; {@code jwk} is empty here. */
    public Map<String, String> header() {
        return header;
    }

    /** The claims; numbers as texts. */
    public Map<String, String> claims() {
        return claims;
    }

    /** The members of the public key. */
    public Map<String, String> jwk() {
        return jwk;
    }

    /** The members of a flat JSON object. */
    public static Map<String, String> json(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        Matcher member = MEMBER.matcher(text.replace("\\/", "/"));
        while (member.find()) {
            members.put(member.group(1), member.group(2) == null ? member.group(3) : member.group(2));
        }
        return members;
    }

    /** Whether the signature is that of the key in the header. */
    public boolean verified() {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key());
            verifier.update(signed.getBytes(UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The thumbprint of the key in the header (RFC 7638). */
    public String thumbprint() {
        return thumbprint(jwk);
    }

    /** The thumbprint of an EC key that is a JWK. */
    public static String thumbprint(String jwk) {
        return thumbprint(json(jwk));
    }

    /** What a proof says of the token that goes along with it: the claim {@code ath}. */
    public static String hash(String token) {
        return sha256(token);
    }

    private static String thumbprint(Map<String, String> jwk) {
        String canonical = "{\"crv\":\"" + jwk.get("crv") + "\",\"kty\":\"" + jwk.get("kty") + "\",\"x\":\""
                + jwk.get("x") + "\",\"y\":\"" + jwk.get("y") + "\"}";
        return sha256(canonical);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(number("x"), number("y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private BigInteger number(String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getOrDefault(name, "")));
    }
}
