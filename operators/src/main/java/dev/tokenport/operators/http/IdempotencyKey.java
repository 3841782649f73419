package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.operator.RunContext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A key by which a service knows a request again that it has processed (draft-ietf-httpapi-idempotency-key-header). Whoever
 * executes the task again gets the same keys; another task, and another run, gets others. Not secret. Immutable.
 *
 * @param text a UUID (RFC 9562, version 8)
 */
record IdempotencyKey(String text) {

    /** The header. */
    static final String HEADER = "Idempotency-Key";

    /**
     * The key of a request.
     *
     * @param context the run and the task
     * @param entity how many entities came before that of the request
     * @param page how many requests there were for the entity before
     */
    static IdempotencyKey of(RunContext context, long entity, long page) {
        byte[] run = context.run().getBytes(UTF_8);
        byte[] task = context.task().getBytes(UTF_8);
        ByteBuffer named = ByteBuffer.allocate(2 * Integer.BYTES + run.length + task.length + 2 * Long.BYTES);
        named.putInt(run.length)
                .put(run)
                .putInt(task.length)
                .put(task)
                .putLong(entity)
                .putLong(page);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(named.array()));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new IdempotencyKey(new UUID(high, low).toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The value of the header: a string of RFC 9651 §3.3.3. */
    String value() {
        return '"' + text + '"';
    }
}
