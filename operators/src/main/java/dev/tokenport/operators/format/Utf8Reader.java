package dev.tokenport.operators.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads characters in UTF-8 and fails at octets that are none. Most characters have one octet or two; for anything
 * else the JDK's decoder is asked, a few characters at a time, so that it says what is wrong. For one thread.
 */
final class Utf8Reader extends Reader {

    private static final int AT_A_TIME = 32;
    private static final int LEAST = 2;

    /** The first octets of two, and what the second one is below; octets are signed. */
    private static final byte FIRST_OF_TWO = (byte) 0xc2;

    private static final byte LAST_OF_TWO = (byte) 0xdf;
    private static final byte CONTINUED = (byte) 0xc0;

    private final InputStream in;
    private final byte[] octets;
    private final ByteBuffer pending;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;

    /** A reader that asks for so many octets at a time. */
    Utf8Reader(InputStream in, int capacity) {
        this.in = in;
        this.octets = new byte[capacity];
        this.pending = ByteBuffer.wrap(octets).limit(0);
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (length < LEAST) {
            throw new IllegalArgumentException("a character may be a pair, which needs room for two");
        }
        int end = offset + length;
        int at = offset;
        while (at == offset) {
            if (!pending.hasRemaining() && !fill()) {
                return -1;
            }
            at = decode(chars, at, end);
        }
        return at - offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Decodes what is there; what it leaves is the beginning of a character, or has no room. */
    private int decode(char[] chars, int from, int end) throws IOException {
        int at = from;
        while (true) {
            at = common(chars, at, end);
            if (!pending.hasRemaining() || end - at < LEAST) {
                return at;
            }
            CharBuffer some = CharBuffer.wrap(chars, at, Math.min(AT_A_TIME, end - at));
            CoderResult result = decoder.decode(pending, some, ended);
            if (result.isError()) {
                result.throwException();
            }
            at = some.position();
            boolean cutOff = result.isUnderflow() && pending.hasRemaining();
            if (cutOff && (at > from || !fill())) {
                return at;
            }
        }
    }

    /** Decodes characters of one and two octets as far as there are any and they have room; returns where they end. */
    private int common(char[] chars, int from, int end) {
        byte[] source = octets;
        int limit = pending.limit();
        int i = pending.position();
        int at = from;
        while (at < end && i < limit) {
            int octet = source[i];
            if (octet >= 0) {
                chars[at] = (char) octet;
                i++;
            } else if (octet >= FIRST_OF_TWO && octet <= LAST_OF_TWO && i + 1 < limit && source[i + 1] < CONTINUED) {
                chars[at] = (char) (((octet & 0x1f) << 6) | (source[i + 1] & 0x3f));
                i += 2;
            } else {
                break;
            }
            at++;
        }
        pending.position(i);
        return at;
    }

    /** Reads more octets behind those that are left. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        pending.compact();
        int read = in.read(octets, pending.position(), pending.remaining());
        ended = read < 0;
        pending.position(pending.position() + Math.max(0, read)).flip();
        return !ended;
    }
}
