package dev.tokenport.web.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What nobody can guess: 256 random bits. It stands in no log and prints as asterisks. Immutable. */
public final class RandomToken {

    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private RandomToken(String text) {
        this.text = text;
    }

    /** A new one. */
    public static RandomToken random() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** Its characters, which are fit for an address. */
    public String reveal() {
        return text;
    }

    /** Whether these are its characters; how long that takes does not tell how many of them are right. */
    boolean matches(@Nullable String other) {
        return other != null
                && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
