package dev.tokenport.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Whom the demo's authorization server knows: one client and one user. Prints no secret. Immutable.
 *
 * @param clientId the client's id
 * @param clientSecret its secret, with characters in it that have to be encoded
 * @param userName the user's name
 * @param password the user's password, with characters in it that have to be encoded
 */
record Accounts(String clientId, String clientSecret, String userName, String password) {

    private static final String HARD_CHARACTERS = " %:+&=/äöü€";

    static Accounts random() {
        return new Accounts("demo-client", secret(), "jürgen@example.org", secret());
    }

    /** A text nobody can guess. */
    static String randomText() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    boolean isClient(String id, String secret) {
        return same(clientId, id) && same(clientSecret, secret);
    }

    boolean isUser(String name, String word) {
        return same(userName, name) && same(password, word);
    }

    @Override
    public String toString() {
        return "Accounts[" + clientId + ", " + userName + "]";
    }

    private static String secret() {
        return randomText() + HARD_CHARACTERS;
    }

    private static boolean same(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
