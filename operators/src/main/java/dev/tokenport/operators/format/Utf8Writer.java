package dev.tokenport.operators.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.MalformedInputException;

/**
 * Writes characters in UTF-8 and fails at a surrogate that stands alone. The JDK's encoder slows down behind the first
 * character that is not ASCII; this one does not, and hands octets on in large pieces. For one thread.
 */
final class Utf8Writer extends Writer {

    private static final int LONGEST = 4;
    private static final int NONE = -1;

    private final OutputStream out;
    private final byte[] octets;
    private int size;
    private int high = NONE;

    /** A writer that collects so many octets before it hands them on. */
    Utf8Writer(OutputStream out, int capacity) {
        this.out = out;
        this.octets = new byte[capacity];
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            at = high == NONE ? ascii(chars, at, end) : at;
            if (at < end) {
                if (octets.length - size < LONGEST) {
                    handOn();
                }
                other(chars[at]);
                at++;
            }
        }
    }

    /** Hands on what is collected; the first half of a pair stays until the second one comes. */
    @Override
    public void flush() throws IOException {
        handOn();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (high != NONE) {
            throw new MalformedInputException(1);
        }
        flush();
        out.close();
    }

    /** Takes ASCII characters as far as there are any and they have room; returns where the rest begins. */
    private int ascii(char[] chars, int from, int to) {
        byte[] into = octets;
        int stop = Math.min(to, from + into.length - size);
        int shift = size - from;
        int at = from;
        while (at < stop && chars[at] < 0x80) {
            into[at + shift] = (byte) chars[at];
            at++;
        }
        size = at + shift;
        return at;
    }

    private void other(char c) throws IOException {
        if (Character.isLowSurrogate(c) != (high != NONE)) {
            throw new MalformedInputException(1);
        }
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xc0 | (c >> 6));
            put(0x80 | (c & 0x3f));
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (high == NONE) {
            put(0xe0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3f));
            put(0x80 | (c & 0x3f));
        } else {
            pair(Character.toCodePoint((char) high, c));
        }
    }

    private void pair(int c) {
        high = NONE;
        put(0xf0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3f));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    }

    private void put(int octet) {
        octets[size] = (byte) octet;
        size++;
    }

    private void handOn() throws IOException {
        out.write(octets, 0, size);
        size = 0;
    }
}
