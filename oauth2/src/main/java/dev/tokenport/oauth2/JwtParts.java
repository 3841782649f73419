package dev.tokenport.oauth2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A token that has the form of a JWT: three parts if it is signed, five if it is encrypted (RFC 7515 §7.1, RFC 7516 §7.1).
 * Read with our own strict JSON reader, so that looking at a token loads no library. Prints nothing of it. Immutable.
 */
record JwtParts(List<String> parts) {

    private static final int SIGNED = 3;
    private static final int ENCRYPTED = 5;

    JwtParts {
        parts = List.copyOf(parts);
    }

    /** The parts, or nothing if the text has another number of them. */
    static Optional<JwtParts> of(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        return parts.size() == SIGNED || parts.size() == ENCRYPTED
                ? Optional.of(new JwtParts(parts))
                : Optional.empty();
    }

    boolean isEncrypted() {
        return parts.size() == ENCRYPTED;
    }

    /** The header as JSON; its fault says why it is none. */
    AnswerBody header() {
        return json(parts.get(0));
    }

    /** The claims as JSON; its fault says why they are none. */
    AnswerBody claims() {
        return isEncrypted() ? AnswerBody.unread("is encrypted") : json(parts.get(1));
    }

    /** The second part as text, where it is a token itself (RFC 7519 §5.2). */
    Optional<String> nested() {
        return decoded(parts.get(1)).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static AnswerBody json(String part) {
        return decoded(part)
                .map(bytes -> AnswerBody.of(bytes, "application/json"))
                .orElseGet(() -> AnswerBody.unread("is not Base64URL"));
    }

    private static Optional<byte[]> decoded(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "JwtParts[" + parts.size() + "]";
    }
}
