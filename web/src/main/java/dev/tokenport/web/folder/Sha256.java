package dev.tokenport.web.folder;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** By which two texts are known to be the same, octet for octet. */
public final class Sha256 {

    private Sha256() {}

    /** The hash in hexadecimal digits. */
    public static String hex(byte[] octets) {
        return HexFormat.of().formatHex(hash(octets));
    }

    /** The hash in Base64, as a Content-Security-Policy has it. */
    public static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(hash(octets));
    }

    private static byte[] hash(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
