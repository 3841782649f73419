package dev.tokenport.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The bytes of a literal: its scope, a mark of the workflow it is for, and the ciphertext, which begins with the id of its
 * key. The mark only tells a mistake from an attack; what binds a literal is the associated data. Immutable.
 */
final class Literal {

    private static final byte ONE_WORKFLOW = 1;
    private static final byte ANY_WORKFLOW = 2;
    private static final int MARK_LENGTH = 4;
    private static final int HEADER_LENGTH = 1 + MARK_LENGTH;
    // https://developers.google.com/tink/wire-format: a byte 1 and the key's id stand before the ciphertext.
    private static final byte TINK_PREFIX = 1;
    private static final int TINK_PREFIX_LENGTH = 5;

    private final byte[] bytes;

    private Literal(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a literal's text apart; empty if it cannot be one. */
    static Optional<Literal> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean wellFormed = bytes.length > HEADER_LENGTH + TINK_PREFIX_LENGTH
                && (bytes[0] == ONE_WORKFLOW || bytes[0] == ANY_WORKFLOW)
                && bytes[HEADER_LENGTH] == TINK_PREFIX;
        return wellFormed ? Optional.of(new Literal(bytes)) : Optional.empty();
    }

    static Literal of(Scope scope, byte[] ciphertext) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_LENGTH + ciphertext.length);
        bytes.put(kind(scope)).put(mark(scope)).put(ciphertext);
        return new Literal(bytes.array());
    }

    /** What is authenticated together with the secret: moved elsewhere, the literal does not decrypt. */
    static byte[] associatedData(Scope scope) {
        byte[] name = name(scope);
        return ByteBuffer.allocate(1 + name.length).put(kind(scope)).put(name).array();
    }

    /** The scope in a workflow; empty if this literal is for another one. */
    Optional<Scope> scopeIn(Optional<String> workflow) {
        if (bytes[0] == ANY_WORKFLOW) {
            return Optional.of(new Scope.AnyWorkflow());
        }
        Optional<Scope> scope = workflow.filter(name -> !name.isBlank()).map(Scope.OneWorkflow::new);
        return scope.filter(one -> Arrays.equals(mark(one), 0, MARK_LENGTH, bytes, 1, HEADER_LENGTH));
    }

    byte[] ciphertext() {
        return Arrays.copyOfRange(bytes, HEADER_LENGTH, bytes.length);
    }

    int keyId() {
        return ByteBuffer.wrap(bytes).getInt(HEADER_LENGTH + 1);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte kind(Scope scope) {
        return scope instanceof Scope.OneWorkflow ? ONE_WORKFLOW : ANY_WORKFLOW;
    }

    private static byte[] name(Scope scope) {
        return scope instanceof Scope.OneWorkflow one ? one.name().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private static byte[] mark(Scope scope) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name(scope));
            return Arrays.copyOf(digest, MARK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
