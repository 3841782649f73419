package dev.tokenport.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The ways a text may be written inside another. Each reads one character at a time and takes what need not be encoded
 * as it stands, so that every encoder's idea of which characters are safe is covered.
 */
enum Encoding {
    /** As it stands. */
    RAW("") {
        @Override
        Reading read(String text, int at) {
            return plain(text, at);
        }
    },
    /** A JSON string: <code>&#92;"</code>, <code>&#92;/</code>, <code>&#92;u00e9</code>. */
    JSON("\\") {
        @Override
        Reading read(String text, int at) {
            return text.charAt(at) == '\\' ? jsonEscape(text, at) : plain(text, at);
        }
    },
    /** Percent-encoded, RFC 3986. */
    PERCENT("%\\") {
        @Override
        Reading read(String text, int at) {
            return percent(text, at);
        }
    },
    /** {@code application/x-www-form-urlencoded}: percent-encoded, but for a blank, which is {@code +}. */
    FORM("+%\\") {
        @Override
        Reading read(String text, int at) {
            return text.charAt(at) == '+' ? new Reading(' ', 1) : percent(text, at);
        }
    },
    /** HTML and XML, as on the error page of a gateway. */
    HTML("&") {
        @Override
        Reading read(String text, int at) {
            return text.charAt(at) == '&' ? entity(text, at) : plain(text, at);
        }
    };

    /** One character that was read, and how many {@code char} of the text it took. */
    record Reading(int codePoint, int length) {}

    private static final List<Encoding> ALL = List.of(values());
    private static final String SHORT_ESCAPES = "\"\\/bfnrt";
    private static final String SHORT_ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int LONGEST_ENTITY = 10;
    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');

    private final String marks;

    Encoding(String marks) {
        this.marks = marks;
    }

    /** The encodings that read a text differently than {@link #RAW} does, and {@code RAW}. */
    static List<Encoding> possibleIn(String text) {
        List<Encoding> possible = new ArrayList<>();
        for (Encoding encoding : ALL) {
            if (encoding == RAW || encoding.isMarkIn(text)) {
                possible.add(encoding);
            }
        }
        return possible;
    }

    private boolean isMarkIn(String text) {
        for (int i = 0; i < marks.length(); i++) {
            if (text.indexOf(marks.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character may begin something encoded; all others stand for themselves. */
    boolean isMark(char c) {
        return marks.indexOf(c) >= 0;
    }

    /** Reads the character that begins at {@code at}; what is not validly encoded stands for itself. */
    abstract Reading read(String text, int at);

    private static Reading plain(String text, int at) {
        int codePoint = text.codePointAt(at);
        return new Reading(codePoint, Character.charCount(codePoint));
    }

    private static Reading jsonEscape(String text, int at) {
        int next = at + 1 < text.length() ? text.charAt(at + 1) : -1;
        int index = SHORT_ESCAPES.indexOf(next);
        if (index >= 0) {
            return new Reading(SHORT_ESCAPED.charAt(index), 2);
        }
        int unit = unicodeEscape(text, at);
        if (unit < 0) {
            return plain(text, at);
        }
        int low = Character.isHighSurrogate((char) unit) ? unicodeEscape(text, at + 6) : -1;
        return low >= 0 && Character.isLowSurrogate((char) low)
                ? new Reading(Character.toCodePoint((char) unit, (char) low), 12)
                : new Reading(unit, 6);
    }

    private static int unicodeEscape(String text, int at) {
        return text.startsWith("\\u", at) ? hex(text, at + 2, at + 6) : -1;
    }

    private static Reading percent(String text, int at) {
        if (text.startsWith("\\/", at)) {
            // An URL inside a JSON text.
            return new Reading('/', 2);
        }
        int first = percentByte(text, at);
        if (first < 0) {
            return plain(text, at);
        }
        int length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int next = percentByte(text, at + 3 * i);
            if (next < 0) {
                return plain(text, at);
            }
            bytes[i] = (byte) next;
        }
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Reading(Character.codePointAt(decoded, 0), 3 * length);
        } catch (CharacterCodingException e) {
            return plain(text, at);
        }
    }

    private static int percentByte(String text, int at) {
        return at < text.length() && text.charAt(at) == '%' ? hex(text, at + 1, at + 3) : -1;
    }

    private static Reading entity(String text, int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_ENTITY) {
            return plain(text, at);
        }
        String name = text.substring(at + 1, end);
        Character named = ENTITIES.get(name);
        int codePoint = named != null ? named : numericEntity(name);
        return Character.isValidCodePoint(codePoint) ? new Reading(codePoint, end + 1 - at) : plain(text, at);
    }

    private static int numericEntity(String name) {
        try {
            if (name.startsWith("#x") || name.startsWith("#X")) {
                return Integer.parseInt(name.substring(2), 16);
            }
            return name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int hex(String text, int begin, int end) {
        if (end > text.length()) {
            return -1;
        }
        for (int i = begin; i < end; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return -1;
            }
        }
        return HexFormat.fromHexDigits(text, begin, end);
    }
}
