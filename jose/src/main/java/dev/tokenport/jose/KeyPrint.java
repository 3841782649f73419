package dev.tokenport.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells keys apart without showing anything of them: a hash under a random key of this process, so that not even a short
 * secret can be found by trying.
 */
final class KeyPrint {

    private static final String HASH = "HmacSHA256";
    private static final SecretKeySpec RANDOM = random();

    private KeyPrint() {}

    static String of(String header, byte[] key) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(RANDOM);
            mac.update(header.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HASH, e);
        }
    }

    private static SecretKeySpec random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, HASH);
    }
}
