package dev.tokenport.http.key;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * As much of DER (X.690) as tells what kind of key a file holds: elements one behind the other, each with a tag, a length
 * and a content. Reading what is not DER gives empty. For one thread.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int TAGGED_0 = 0xa0;

    private static final int LONG_FORM = 0x80;
    private static final int BYTE = 0xff;

    private final ByteBuffer rest;

    private Der(ByteBuffer rest) {
        this.rest = rest;
    }

    static Der of(byte[] bytes) {
        return new Der(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /** The content of the next element if it has this tag; then it has been read. */
    Optional<Der> next(int tag) {
        ByteBuffer ahead = rest.duplicate();
        if (ahead.remaining() < 2 || (ahead.get() & BYTE) != tag) {
            return Optional.empty();
        }
        long length = length(ahead);
        if (length < 0 || length > ahead.remaining()) {
            return Optional.empty();
        }
        int end = ahead.position() + (int) length;
        rest.position(end);
        ahead.limit(end);
        return Optional.of(new Der(ahead));
    }

    /** The length that stands here, negative if none does; an indefinite one (BER) is all that is left. */
    private static long length(ByteBuffer ahead) {
        int first = ahead.get() & BYTE;
        if (first < LONG_FORM) {
            return first;
        }
        int octets = first - LONG_FORM;
        if (octets == 0) {
            return ahead.remaining();
        }
        if (octets > Integer.BYTES || octets > ahead.remaining()) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = (length << Byte.SIZE) | (ahead.get() & BYTE);
        }
        return length;
    }

    /** Whether there is nothing left to read. */
    boolean ended() {
        return !rest.hasRemaining();
    }

    /** What has not been read of this content. */
    byte[] bytes() {
        var bytes = new byte[rest.remaining()];
        rest.duplicate().get(bytes);
        return bytes;
    }

    /** An element with this tag and, one behind the other, these contents. */
    static byte[] element(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(content.size(), element);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static void writeLength(int length, ByteArrayOutputStream to) {
        if (length < LONG_FORM) {
            to.write(length);
            return;
        }
        int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
        to.write(LONG_FORM | octets);
        for (int i = octets - 1; i >= 0; i--) {
            to.write(length >>> (i * Byte.SIZE));
        }
    }
}
