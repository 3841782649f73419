package dev.tokenport.jose;

import dev.tokenport.http.key.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Optional;

/** Keys for signers, and the JDK's word on what they have signed. */
final class SignerKeys {

    private SignerKeys() {}

    static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair pss() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static KeyPair ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    static KeyPair edwards(String curve) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(curve).generateKeyPair();
    }

    static KeyPair fitting(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm.family()) {
            case RSA, PSS -> rsa(2048);
            case EC -> ec(algorithm == JwsAlgorithm.ES512 ? "secp521r1" : "secp" + algorithm.hashBits() + "r1");
            case ED25519 -> edwards("Ed25519");
            case SECRET -> throw new IllegalArgumentException();
        };
    }

    /** The pair's private key in a file of this name. */
    static SigningKey in(Path file, KeyPair pair) throws Exception {
        byte[] octets = pair.getPrivate().getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(octets)
                + "\n-----END PRIVATE KEY-----\n";
        return SigningKey.of(KeyFile.of(Files.writeString(file, pem, StandardCharsets.US_ASCII)));
    }

    static SigningKey with(SigningKey key, JwsAlgorithm algorithm) {
        return new SigningKey(key.file(), key.keyId(), Optional.of(algorithm));
    }

    /** Whether the JDK finds the signature of a compact JWT good. */
    static boolean verified(String jwt, KeyPair pair, JwsAlgorithm algorithm) throws GeneralSecurityException {
        int end = jwt.lastIndexOf('.');
        Signature signature = signature(algorithm);
        signature.initVerify(pair.getPublic());
        signature.update(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(end + 1)));
    }

    private static Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
        int bits = algorithm.hashBits();
        return switch (algorithm.family()) {
            case RSA -> Signature.getInstance("SHA" + bits + "withRSA");
            case EC -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            case ED25519 -> Signature.getInstance("Ed25519");
            case PSS -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec(
                        "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), bits / Byte.SIZE, 1));
                yield pss;
            }
            case SECRET -> throw new IllegalArgumentException();
        };
    }
}
