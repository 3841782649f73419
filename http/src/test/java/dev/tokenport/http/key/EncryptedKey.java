package dev.tokenport.http.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** An encrypted PKCS#8 key as OpenSSL 3 writes it (PBES2 of RFC 8018), made without OpenSSL. */
public final class EncryptedKey {

    private static final byte[] SALT = new byte[16];
    private static final byte[] VECTOR = new byte[16];

    private EncryptedKey() {}

    /** The key, encrypted. */
    public static byte[] with(String password, PrivateKey key) throws GeneralSecurityException {
        int iterations = 2048;
        var spec = new PBEKeySpec(password.toCharArray(), SALT, iterations, 256);
        byte[] secret = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(VECTOR));
        return info(iterations, cipher.doFinal(key.getEncoded()));
    }

    /** Some octets that claim to have been encrypted with so many iterations. */
    public static byte[] claiming(int iterations) {
        return info(iterations, new byte[32]);
    }

    private static byte[] info(int iterations, byte[] encrypted) {
        byte[] derivation = sequence(
                id("2a864886f70d01050c"),
                sequence(
                        Der.element(Der.OCTETS, SALT),
                        Der.element(Der.INTEGER, BigInteger.valueOf(iterations).toByteArray()),
                        sequence(id("2a864886f70d0209"), new byte[] {5, 0})));
        byte[] encryption = sequence(id("60864801650304012a"), Der.element(Der.OCTETS, VECTOR));
        return sequence(
                sequence(id("2a864886f70d01050d"), sequence(derivation, encryption)),
                Der.element(Der.OCTETS, encrypted));
    }

    private static byte[] id(String hex) {
        return Der.element(Der.OBJECT_ID, HexFormat.of().parseHex(hex));
    }

    private static byte[] sequence(byte[]... contents) {
        return Der.element(Der.SEQUENCE, contents);
    }
}
