package dev.tokenport.http.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Private keys as PKCS#8 writes them (RFC 5958), plain or encrypted. */
final class Pkcs8 {

    static final byte[] RSA = HexFormat.of().parseHex("2a864886f70d010101");
    static final byte[] EC = HexFormat.of().parseHex("2a8648ce3d0201");

    private static final Map<String, String> ALGORITHMS = Map.of(
            HexFormat.of().formatHex(RSA),
            "RSA",
            "2a864886f70d01010a",
            "RSASSA-PSS",
            HexFormat.of().formatHex(EC),
            "EC",
            "2b6570",
            "Ed25519",
            "2b6571",
            "Ed448");

    // The JDK tells the parts of PBES2 (RFC 8018) by this name only.
    private static final Pattern PBES2 = Pattern.compile("PBEWithHmac(SHA\\d+)AndAES_(\\d+)");
    private static final int MOST_ITERATIONS = 10_000_000;

    private Pkcs8() {}

    /** Whether this looks like a plain PKCS#8 key. */
    static boolean looksLike(byte[] der) {
        return algorithm(der).isPresent();
    }

    static PrivateKey key(byte[] der, FileContent content) {
        String id = algorithm(der).orElseThrow(() -> content.fault("the private key cannot be read as PKCS#8"));
        String algorithm = ALGORITHMS.get(id);
        if (algorithm == null) {
            throw content.fault("the private key is of a kind that is not supported; RSA, RSASSA-PSS, EC, Ed25519 and"
                    + " Ed448 are");
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw content.fault("the private key cannot be read as a key of the kind " + algorithm, e);
        }
    }

    private static Optional<String> algorithm(byte[] der) {
        return Der.of(der)
                .next(Der.SEQUENCE)
                .flatMap(info -> info.next(Der.INTEGER)
                        .flatMap(version -> info.next(Der.SEQUENCE))
                        .flatMap(identifier -> identifier.next(Der.OBJECT_ID))
                        .filter(id -> info.next(Der.OCTETS).isPresent())
                        .map(id -> HexFormat.of().formatHex(id.bytes())));
    }

    /** A plain PKCS#8 key around one of an older form. */
    static byte[] around(byte[] key, byte[] algorithm, byte[] parameters) {
        return Der.element(
                Der.SEQUENCE,
                Der.element(Der.INTEGER, new byte[] {0}),
                Der.element(Der.SEQUENCE, Der.element(Der.OBJECT_ID, algorithm), parameters),
                Der.element(Der.OCTETS, key));
    }

    static byte[] decrypted(byte[] der, String password, FileContent content) {
        EncryptedPrivateKeyInfo info;
        try {
            info = new EncryptedPrivateKeyInfo(der);
        } catch (IOException e) {
            throw looksEncrypted(der)
                    ? unknownEncryption(content, e)
                    : content.fault("the encrypted private key cannot be read as PKCS#8", e);
        }
        try {
            Matcher pbes2 = PBES2.matcher(String.valueOf(info.getAlgParameters()));
            if (!pbes2.matches()) {
                throw unknownEncryption(content, null);
            }
            return decrypted(info, password, pbes2);
        } catch (BadPaddingException e) {
            throw content.fault("the password does not fit the private key", e);
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw unknownEncryption(content, e);
        } catch (GeneralSecurityException e) {
            throw content.fault("the private key cannot be decrypted", e);
        }
    }

    private static boolean looksEncrypted(byte[] der) {
        return Der.of(der)
                .next(Der.SEQUENCE)
                .filter(info -> info.next(Der.SEQUENCE).isPresent()
                        && info.next(Der.OCTETS).isPresent())
                .isPresent();
    }

    // The JDK's own way accepts only passwords in ASCII.
    private static byte[] decrypted(EncryptedPrivateKeyInfo info, String password, Matcher pbes2)
            throws GeneralSecurityException {
        PBEParameterSpec parameters = info.getAlgParameters().getParameterSpec(PBEParameterSpec.class);
        if (parameters.getIterationCount() > MOST_ITERATIONS) {
            throw new InvalidAlgorithmParameterException("more than " + MOST_ITERATIONS + " iterations");
        }
        var spec = new PBEKeySpec(
                password.toCharArray(),
                parameters.getSalt(),
                parameters.getIterationCount(),
                Integer.parseInt(pbes2.group(2)));
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmac" + pbes2.group(1))
                .generateSecret(spec)
                .getEncoded();
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), parameters.getParameterSpec());
        return cipher.doFinal(info.getEncryptedData());
    }

    private static KeyFileException unknownEncryption(FileContent content, @Nullable Exception cause) {
        return content.fault(
                "the private key is encrypted in a way that is not supported; write it anew with 'openssl pkcs8 -topk8"
                        + " -v2 aes-256-cbc -in OLD -out NEW'",
                cause);
    }
}
