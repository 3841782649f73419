package dev.tokenport.cmem.value;

import dev.tokenport.secret.SecretUnavailableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password as CMEM encrypts it. The scheme has a fixed salt and a fixed initialization vector, so equal passwords look
 * equal; it is read here, and never written. Prints nothing. Immutable.
 */
final class EncryptedPassword {

    /** The variable with the key. */
    static final String KEY = "TOKENPORT_CMEM_PASSWORD_KEY";

    private static final String PREFIX = "PASSWORD_PARAMETER:";
    private static final byte[] SALT =
            HexFormat.of().parseHex("0989d605c166f59842ef70372c4920f499580ed412d21efac91cca0c276e3f7d");
    private static final byte[] VECTOR = "FKJrJQWZ9DEW6KOv".getBytes(StandardCharsets.US_ASCII);
    private static final int ITERATIONS = 65_536;
    private static final int BITS = 256;

    private final String base64;

    private EncryptedPassword(String base64) {
        this.base64 = base64;
    }

    /** Whether a text is an encrypted password. */
    static boolean is(String text) {
        return text.startsWith(PREFIX);
    }

    /** The password of such a text. */
    static EncryptedPassword of(String text) {
        return new EncryptedPassword(text.substring(PREFIX.length()).strip());
    }

    /** Whether the password is empty, which is not encrypted. */
    boolean isEmpty() {
        return base64.isEmpty();
    }

    /**
     * The key that a key string stands for; making it is slow on purpose.
     *
     * @throws SecretUnavailableException if this machine cannot make it
     */
    static SecretKeySpec key(String keyString) {
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(keyString.toCharArray(), SALT, ITERATIONS, BITS))
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnavailableException("the key in " + KEY + " cannot be used");
        }
    }

    /**
     * The password in the clear.
     *
     * @param what whose password it is, for the message
     * @throws SecretUnavailableException if the key does not fit
     */
    String decrypted(SecretKeySpec key, String what) {
        byte[] encrypted;
        try {
            encrypted = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new SecretUnavailableException(what + " is not encrypted as CMEM does it: it is not Base64");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(VECTOR));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(cipher.doFinal(encrypted)))
                    .toString();
        } catch (GeneralSecurityException | CharacterCodingException e) {
            throw new SecretUnavailableException(what + " cannot be decrypted with the key in " + KEY);
        }
    }
}
