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
 * Reads characters in UTF-8 and fails at octets that are none. ASCII is copied; for anything else the JDK's decoder is asked,
 * a few characters at a time, so that it knows what is wrong. For one thread.
 */
final class Utf8Reader extends Reader {

    private static final int AT_A_TIME = 32;
    private static final int LEAST = 2;

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
            at = ascii(chars, at, end);
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

    private int ascii(char[] chars, int from, int end) {
        byte[] source = octets;
        int begin = pending.position();
        int stop = Math.min(pending.limit(), begin + end - from);
        int shift = from - begin;
        int i = begin;
        while (i < stop && source[i] >= 0) {
            chars[i + shift] = (char) source[i];
            i++;
        }
        pending.position(i);
        return i + shift;
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
