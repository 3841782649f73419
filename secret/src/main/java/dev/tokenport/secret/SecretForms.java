package dev.tokenport.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms of a secret that cannot be read character by character as an {@link Encoding}, and the plain ones. */
final class SecretForms {

    private static final List<Base64.Encoder> ALPHABETS =
            List.of(Base64.getEncoder().withoutPadding(), Base64.getUrlEncoder().withoutPadding());

    /** Less of Base64 than that may stand in a text by chance. */
    private static final int SHORTEST_INSIDE = 6;

    /** How many octets three characters of Base64 end behind. */
    private static final int ALIGNMENTS = 3;

    private SecretForms() {}

    /**
     * What to look for.
     *
     * @param wholeWord whether the secret is so short that only a whole word is taken for it
     */
    static Set<SecretPattern> of(String secret, boolean wholeWord) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        var patterns = new LinkedHashSet<SecretPattern>();
        // Header fields are read as ISO 8859-1, whatever was written.
        String misread = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String plain : List.of(secret, OneLine.of(secret), misread, OneLine.of(misread))) {
            patterns.addAll(SecretPattern.of(plain, wholeWord, false));
        }
        for (Base64.Encoder alphabet : ALPHABETS) {
            patterns.addAll(SecretPattern.of(alphabet.encodeToString(bytes), wholeWord, true));
        }
        if (!wholeWord) {
            addUncommon(secret, bytes, patterns);
        }
        return patterns;
    }

    /** No form is shorter, and no encoding of one: a text of fewer characters does not hold the secret. */
    static int shortest(String secret) {
        return Math.min(secret.strip().length(), SecretPattern.SHORTEST_PIECE);
    }

    /** Of a long secret, which is a token, none of these: what it costs to look for them would grow with it. */
    private static void addUncommon(String secret, byte[] bytes, Set<SecretPattern> patterns) {
        String stripped = secret.strip();
        if (stripped.length() < secret.length()) {
            patterns.addAll(of(stripped, stripped.codePointCount(0, stripped.length()) < Redactor.SHORT));
        }
        if (bytes.length <= SecretPattern.LONG) {
            for (HexFormat digits : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
                patterns.addAll(SecretPattern.of(digits.formatHex(bytes), false, false));
            }
            for (Base64.Encoder alphabet : ALPHABETS) {
                for (int before = 0; before < ALIGNMENTS; before++) {
                    String inside = inside(bytes, before, alphabet);
                    if (inside.length() >= SHORTEST_INSIDE) {
                        patterns.addAll(SecretPattern.of(inside, false, false));
                    }
                }
            }
        }
    }

    /**
     * The characters of Base64 in which there is nothing but the secret, when other octets stand before and behind it.
     *
     * @param before how many of them share its first group of three
     */
    private static String inside(byte[] bytes, int before, Base64.Encoder alphabet) {
        var group = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, group, before, bytes.length);
        int begin = before == 0 ? 0 : before + 1;
        int end = group.length * 8 / 6;
        return end <= begin ? "" : alphabet.encodeToString(group).substring(begin, end);
    }
}
