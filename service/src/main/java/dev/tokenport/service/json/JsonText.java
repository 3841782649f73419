package dev.tokenport.service.json;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;

/** The text of JSON values: RFC 8259, everything but control characters, quotes and lone surrogates left as it is. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** Appends a value: a string quoted, anything else as its text. */
    public static void append(StringBuilder out, Value.Text value) {
        if (value.type() == JsonType.STRING) {
            appendString(out, value.text());
        } else {
            out.append(value.text());
        }
    }

    /** Appends a string with its quotes. */
    public static void appendString(StringBuilder out, String text) {
        out.append('"');
        appendEscaped(out, text);
        out.append('"');
    }

    /** Appends what stands between the quotes of a string. */
    public static void appendEscaped(StringBuilder out, String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, done, i);
            escape(out, c);
            done = i + 1;
        }
        out.append(text, done, text.length());
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((c >> shift) & 0xf));
                }
            }
        }
    }
}
