package dev.tokenport.operators.format;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/** A line of JSON text that is being put together. For one thread. */
final class JsonLine {

    private static final int USUAL = 1 << 10;

    private char[] chars = new char[USUAL];
    private int length;

    /** Appends a text as it is. */
    JsonLine raw(String text) {
        int added = text.length();
        require(added);
        text.getChars(0, added, chars, length);
        length += added;
        return this;
    }

    /** Appends a character as it is. */
    JsonLine raw(char c) {
        require(1);
        chars[length] = c;
        length++;
        return this;
    }

    /** Appends a value: a string quoted, anything else as its text. */
    void value(Value.Text value) {
        if (value.type() == JsonType.STRING) {
            string(value.text());
        } else {
            raw(value.text());
        }
    }

    /** Appends a string with its quotes. */
    void string(String text) {
        raw('"');
        int begin = length;
        raw(text);
        if (!isPlain(begin)) {
            length = begin;
            var escaped = new StringBuilder();
            JsonText.appendEscaped(escaped, text);
            raw(escaped.toString());
        }
        raw('"');
    }

    /** Replaces line breaks from a place on by blanks. */
    void replaceLineBreaks(int begin) {
        for (int i = begin; i < length; i++) {
            if (chars[i] == '\n' || chars[i] == '\r') {
                chars[i] = ' ';
            }
        }
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** Writes all of it. */
    void writeTo(Writer out) throws IOException {
        out.write(chars, 0, length);
    }

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /** Whether nothing from a place on has to be looked at as a string that may need an escape. */
    private boolean isPlain(int begin) {
        for (int i = begin; i < length; i++) {
            char c = chars[i];
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private void require(int more) {
        if (chars.length - length < more) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, Math.addExact(length, more)));
        }
    }
}
