package dev.tokenport.service.template;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of values (RFC 3986 §2). */
final class Percent {

    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** The text with all but unreserved characters encoded. */
    static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            append(encoded, octet & 0xff);
        }
        return encoded.toString();
    }

    /** A URL with only those characters encoded that a URI cannot have because they are not ASCII. */
    static String ascii(String url) {
        if (url.chars().allMatch(c -> c < 0x80)) {
            return url;
        }
        var encoded = new StringBuilder();
        for (byte octet : url.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0) {
                encoded.append((char) octet);
            } else {
                append(encoded, octet & 0xff);
            }
        }
        return encoded.toString();
    }

    private static void append(StringBuilder out, int octet) {
        if (unreserved(octet)) {
            out.append((char) octet);
        } else {
            out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
        }
    }

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
