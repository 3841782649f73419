package dev.tokenport.web.folder;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By which two files are known to be the same, octet for octet. */
public final class Sha256 {

    private Sha256() {}

    /** The hash in hexadecimal digits. */
    public static String hex(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
